-- step 1: the audit trail, append-only and chained by hash
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  by text not null,
  by_name text not null,
  agency text,
  act text not null,
  subject text not null,
  detail jsonb not null,
  previous text not null,
  hash text not null
);
create table audit_head (
  only_row boolean primary key default true check (only_row),
  rows bigint not null,
  hash text not null
);
insert into audit_head (rows, hash) values (0, '');
create index audit_by_act on audit (act, id);
create index audit_by_agency on audit (agency, id);
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only';
end $$;
create trigger audit_is_append_only before update or delete or truncate on audit
  for each statement execute function audit_is_append_only();

-- step 2: settings
create table settings (
  key text primary key,
  value jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null
);

-- step 3: sessions, failures of sign-in, one-time links
create table sessions (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  person uuid not null,
  client text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_of_person on sessions (person, seen_at desc);
create table sign_in_failures (
  name text primary key,
  failures integer not null,
  last_at timestamptz not null
);
create table one_time_links (
  token_hash text primary key,
  purpose text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- step 4: a session's token is renewed while it is used; failures of sign-in are kept without the name
alter table sessions
  add renewed_at timestamptz,
  add replaced_hash text,
  add replaced_at timestamptz;
update sessions set renewed_at = created_at;
alter table sessions alter renewed_at set not null;
create unique index sessions_by_replaced on sessions (replaced_hash);
drop table sign_in_failures;
create table sign_in_failures (
  subject text primary key,
  failures integer not null,
  last_at timestamptz not null
);

-- step 5: the head of the trail moves in one statement, and keeps what it was before
alter table audit_head add previous text not null default '';
