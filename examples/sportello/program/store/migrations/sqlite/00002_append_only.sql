-- +goose Up
-- +goose StatementBegin
create trigger history_no_update before update on history
begin
	select raise(abort, 'the history is append-only');
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger history_no_delete before delete on history
begin
	select raise(abort, 'the history is append-only');
end;
-- +goose StatementEnd

-- +goose Down
drop trigger history_no_update;
drop trigger history_no_delete;
