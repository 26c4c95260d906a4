-- +goose Up
-- +goose StatementBegin
create function history_append_only() returns trigger as $$
begin
	raise exception 'the history is append-only';
end
$$ language plpgsql;
-- +goose StatementEnd
create trigger history_no_change before update or delete or truncate on history
	for each statement execute function history_append_only();

-- +goose Down
drop trigger history_no_change on history;
drop function history_append_only();
