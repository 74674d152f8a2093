-- step 1: agencies as a tree, people and their roles
create table agencies (
  code text primary key check (code ~ '^[a-z][a-z0-9-]{1,62}$'),
  name text not null unique,
  short_name text not null,
  kind text not null check (kind in ('government', 'department', 'county', 'township')),
  parent text references agencies (code),
  standing boolean not null default true,
  check (parent is distinct from code)
);
create index agencies_by_parent on agencies (parent);
create table people (
  id uuid primary key default gen_random_uuid(),
  sign_in text not null unique,
  name text not null,
  password_hash text,
  oidc_subject text unique,
  disabled boolean not null default false,
  added_on date not null
);
create table grants (
  person uuid not null references people (id),
  role text not null,
  agency text not null references agencies (code),
  primary key (person, role, agency)
);
create index grants_by_agency on grants (agency, role);

-- step 2: the State Council's notices that an administrator has loaded
create table calendar_notices (
  year integer primary key,
  notice text not null,
  content jsonb not null,
  loaded_by text not null,
  loaded_on date not null
);
