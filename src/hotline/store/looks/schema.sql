-- step 1: who opened which caller, photo or recording, and what bound him to the demand then; what the supervisors were told of it
create table hotline_looks (
  id bigint generated always as identity primary key,
  agency text not null,
  person text not null,
  person_name text not null,
  kind text not null,
  demand uuid references hotline_demands (id),
  confidential boolean not null,
  bond text,
  reason text not null,
  at timestamptz not null
);
create index hotline_looks_at on hotline_looks (agency, at desc, id);
create index hotline_looks_of_person on hotline_looks (agency, person, at desc);
insert into hotline_looks (agency, person, person_name, kind, demand, confidential, bond, reason, at)
  select d.agency, a.by, a.by_name, 'caller', d.id, d.confidential,
    (select 'handled' from hotline_events e where e.demand = d.id and e.by = a.by and e.at <= a.at limit 1),
    coalesce(a.detail->>'reason', ''), a.at
  from audit a join hotline_demands d on d.id::text = a.subject where a.act = 'hotline.caller';
create function who_looked_is_never_rewritten() returns trigger language plpgsql as $$
begin
  raise exception 'who looked is never rewritten';
end $$;
create trigger who_looked_is_never_rewritten before update or delete or truncate on hotline_looks
  for each statement execute function who_looked_is_never_rewritten();
create table hotline_look_notices (
  id uuid primary key default gen_random_uuid(),
  agency text not null,
  person text not null,
  person_name text not null,
  on_day date not null,
  rule text not null,
  counted integer not null,
  bound integer not null,
  raised_at timestamptz not null,
  noticed_at timestamptz,
  noticed_by text,
  noticed_by_name text,
  words text,
  unique (agency, person, on_day, rule)
);
create index hotline_look_notices_waiting on hotline_look_notices (agency, raised_at) where noticed_at is null;

-- step 2: who exported how many demands on which day
create table hotline_exports (
  id bigint generated always as identity primary key,
  person text not null,
  person_name text not null,
  on_day date not null,
  what text not null,
  rows integer not null,
  at timestamptz not null
);
create index hotline_exports_of_day on hotline_exports (person, on_day);
create trigger who_exported_is_never_rewritten before update or delete or truncate on hotline_exports
  for each statement execute function who_looked_is_never_rewritten();

-- step 3: which demands somebody read in lists on which day, each once, kept for a few days; how many, and when he reached the bound
create table hotline_list_reads (
  person text not null,
  on_day date not null,
  demand uuid not null,
  primary key (person, on_day, demand)
);
create index hotline_list_reads_day on hotline_list_reads (on_day);
create table hotline_list_readers (
  person text not null,
  on_day date not null,
  person_name text not null,
  demands integer not null default 0,
  refused_at timestamptz,
  primary key (person, on_day)
);
