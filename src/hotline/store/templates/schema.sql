-- step 1: templates of answers, kept by each unit
create table hotline_templates (
  id uuid primary key default gen_random_uuid(),
  unit text not null references agencies (code),
  name text not null,
  words text not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by_name text not null,
  retired boolean not null default false
);
create unique index hotline_templates_in_use on hotline_templates (unit, name) where not retired;
