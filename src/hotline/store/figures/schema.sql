-- step 1: what each demand adds to the figures of each unit, kept with its history; the sums of it by day; versions of the figures
create table hotline_facts (
  demand uuid not null references hotline_demands (id),
  unit text not null,
  agency text not null,
  type text not null,
  channel text not null,
  day date not null,
  filed_at timestamptz not null,
  due_at timestamptz,
  fed_back_at timestamptz,
  changed_at timestamptz not null,
  total smallint not null default 0,
  answered smallint not null default 0,
  waiting smallint not null default 0,
  dispatched smallint not null default 0,
  open smallint not null default 0,
  closed smallint not null default 0,
  returned_now smallint not null default 0,
  converted smallint not null default 0,
  withdrawn smallint not null default 0,
  fed_back smallint not null default 0,
  on_time smallint not null default 0,
  fed_back_late smallint not null default 0,
  overdue smallint not null default 0,
  extended smallint not null default 0,
  reopened smallint not null default 0,
  urged smallint not null default 0,
  instant_5 smallint not null default 0,
  instant_10 smallint not null default 0,
  instant_15 smallint not null default 0,
  instant_30 smallint not null default 0,
  instant_60 smallint not null default 0,
  signed_30 smallint not null default 0,
  signed_60 smallint not null default 0,
  signed_120 smallint not null default 0,
  signed_240 smallint not null default 0,
  signed_480 smallint not null default 0,
  called_back smallint not null default 0,
  reached smallint not null default 0,
  resolved smallint not null default 0,
  partly smallint not null default 0,
  explained smallint not null default 0,
  unresolved smallint not null default 0,
  result_very_satisfied smallint not null default 0,
  result_satisfied smallint not null default 0,
  result_basically smallint not null default 0,
  result_dissatisfied smallint not null default 0,
  result_very_dissatisfied smallint not null default 0,
  result_unsaid smallint not null default 0,
  handling_very_satisfied smallint not null default 0,
  handling_satisfied smallint not null default 0,
  handling_basically smallint not null default 0,
  handling_dissatisfied smallint not null default 0,
  handling_very_dissatisfied smallint not null default 0,
  handling_unsaid smallint not null default 0,
  dispatches smallint not null default 0,
  returns smallint not null default 0,
  extensions smallint not null default 0,
  reopenings smallint not null default 0,
  urgings smallint not null default 0,
  call_backs smallint not null default 0,
  primary key (demand, unit)
);
create index hotline_facts_filed on hotline_facts (agency, day, filed_at, demand);
create index hotline_facts_of_unit on hotline_facts (unit, day, filed_at, demand);
create index hotline_facts_due on hotline_facts (agency, due_at) where due_at is not null and fed_back_at is null;
create index hotline_facts_early on hotline_facts (agency, due_at) where on_time > 0;
create index hotline_facts_changed on hotline_facts (agency, changed_at);
create table hotline_sums (
  agency text not null,
  day date not null,
  unit text not null,
  type text not null,
  channel text not null,
  loose boolean not null,
  total integer not null default 0,
  answered integer not null default 0,
  waiting integer not null default 0,
  dispatched integer not null default 0,
  open integer not null default 0,
  closed integer not null default 0,
  returned_now integer not null default 0,
  converted integer not null default 0,
  withdrawn integer not null default 0,
  fed_back integer not null default 0,
  on_time integer not null default 0,
  fed_back_late integer not null default 0,
  overdue integer not null default 0,
  extended integer not null default 0,
  reopened integer not null default 0,
  urged integer not null default 0,
  instant_5 integer not null default 0,
  instant_10 integer not null default 0,
  instant_15 integer not null default 0,
  instant_30 integer not null default 0,
  instant_60 integer not null default 0,
  signed_30 integer not null default 0,
  signed_60 integer not null default 0,
  signed_120 integer not null default 0,
  signed_240 integer not null default 0,
  signed_480 integer not null default 0,
  called_back integer not null default 0,
  reached integer not null default 0,
  resolved integer not null default 0,
  partly integer not null default 0,
  explained integer not null default 0,
  unresolved integer not null default 0,
  result_very_satisfied integer not null default 0,
  result_satisfied integer not null default 0,
  result_basically integer not null default 0,
  result_dissatisfied integer not null default 0,
  result_very_dissatisfied integer not null default 0,
  result_unsaid integer not null default 0,
  handling_very_satisfied integer not null default 0,
  handling_satisfied integer not null default 0,
  handling_basically integer not null default 0,
  handling_dissatisfied integer not null default 0,
  handling_very_dissatisfied integer not null default 0,
  handling_unsaid integer not null default 0,
  dispatches integer not null default 0,
  returns integer not null default 0,
  extensions integer not null default 0,
  reopenings integer not null default 0,
  urgings integer not null default 0,
  call_backs integer not null default 0
);
create index hotline_sums_day on hotline_sums (agency, day);
create index hotline_sums_unit on hotline_sums (unit, day);
create index hotline_sums_loose on hotline_sums (agency, day) where loose;
create table hotline_figure_versions (
  starts_on date primary key,
  version jsonb not null,
  by text not null,
  by_name text not null,
  at timestamptz not null
);

-- step 2: reports that people put together and keep: the question as the address of its page
create table hotline_saved_reports (
  id uuid primary key default gen_random_uuid(),
  person text not null,
  name text not null,
  query text not null,
  made_at timestamptz not null,
  unique (person, name)
);

-- step 3: how often a report is made by itself, and each time that it was: one sheet for each span, never made twice
alter table hotline_saved_reports add every text check (every in ('day', 'week', 'month'));
create table hotline_report_issues (
  report uuid not null references hotline_saved_reports (id) on delete cascade,
  until_day date not null,
  from_day date not null,
  sheet text not null,
  made_at timestamptz not null,
  opened_at timestamptz,
  primary key (report, until_day)
);

-- step 4: where a demand is and what it is about stand with its facts; those of before are read by the next run of the sums
alter table hotline_facts
  add area text,
  add spot text,
  add category text not null default '';
create index hotline_facts_unread on hotline_facts (demand) where area is null;
