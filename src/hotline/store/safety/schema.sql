-- step 1: demands that tell of danger and who took notice; who is on duty; who looked up which caller; who has a demand open
create table hotline_alarms (
  demand uuid primary key references hotline_demands (id),
  agency text not null references agencies (code),
  kinds text[] not null,
  words text[] not null,
  raised_at timestamptz not null,
  escalated_at timestamptz,
  noticed_at timestamptz,
  noticed_by text,
  noticed_by_name text
);
create index hotline_alarms_waiting on hotline_alarms (agency, raised_at) where noticed_at is null;
create index hotline_alarms_newest on hotline_alarms (agency, raised_at desc, demand);
create table hotline_duty (
  id uuid primary key default gen_random_uuid(),
  agency text not null references agencies (code),
  person uuid not null references people (id),
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at)
);
create index hotline_duty_when on hotline_duty (agency, until_at, from_at);
create table hotline_caller_looks (
  agency text not null,
  person text not null,
  same_person text not null,
  looked_on date not null,
  primary key (agency, person, looked_on, same_person)
);
create unlogged table hotline_presence (
  demand uuid not null,
  person text not null,
  person_name text not null,
  writing boolean not null,
  seen_at timestamptz not null,
  primary key (demand, person)
);
