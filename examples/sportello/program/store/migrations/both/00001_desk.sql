-- The whole desk, in the SQL that SQLite and PostgreSQL share. Instants are text
-- (RFC 3339, UTC), dates text (2026-01-31), answers and words those of the library.

-- +goose Up
create table people (
	id       bigint primary key,
	login    text not null unique,
	name     text not null,
	role     text not null,
	office   text not null default '',
	language text not null default 'it',
	password text not null,
	feed     text not null default '', -- digest of the address of the person's calendar
	active   integer not null default 1
);

create table sessions (
	token   text primary key,
	data    text not null, -- base64
	expires text not null
);
create index sessions_expires on sessions (expires);

-- A paper is a request, a breach, an assessment, an activity of the register: its
-- document is the library's own value as JSON, and its version rises by each change.
create table papers (
	id       bigint primary key,
	kind     text not null,
	name     text not null,           -- what people call it: the protocol number
	office   text not null default '',
	person   bigint,                 -- who sees to it
	version  integer not null,
	document text not null,
	place    integer not null default 0, -- its place among its kind
	foreign key (person) references people (id)
);
create index papers_kind on papers (kind, place, id);

-- What is kept, for the plan of retention: any number of rows.
create table items (
	id       text primary key,
	rule     text not null,
	event    text,
	unneeded integer not null default 0,
	leave    text,
	holds    text
);

-- Who changed what, and when. Nothing is ever changed or deleted here, and each
-- row has the digest of the one before it.
create table history (
	id      bigint primary key,
	at      text not null,
	person  bigint,
	who     text not null,           -- the name that the person had
	kind    text not null,
	paper   bigint not null default 0,
	name    text not null default '',
	action  text not null,
	version integer not null default 0,
	detail  text not null default '',
	digest  text not null
);
create index history_paper on history (kind, paper, id);

-- The last row of the history: who writes the next one takes this row first.
create table ledger (
	id     bigint primary key,
	rows_  bigint not null,
	digest text not null
);
insert into ledger (id, rows_, digest) values (1, 0, '');

create table settings (
	name  text primary key,
	value text not null
);

-- +goose Down
drop table settings;
drop table ledger;
drop table history;
drop table items;
drop table papers;
drop table sessions;
drop table people;
