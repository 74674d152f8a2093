-- step 1: demands as their history; who calls is kept apart and sealed; where each stands is rebuilt by rebuildDemandStandings
create table hotline_demands (
  id uuid primary key default gen_random_uuid(),
  agency text not null references agencies (code),
  number text not null,
  type text not null,
  channel text not null,
  urgency text not null,
  subject text not null check (char_length(subject) between 1 and 100),
  body text not null check (char_length(body) between 1 and 5000),
  place text not null default '',
  confidential boolean not null,
  filed_at timestamptz not null,
  tracking_hash text not null unique,
  registered_once text unique,
  unique (agency, number)
);
create table hotline_callers (
  demand uuid primary key references hotline_demands (id),
  sealed text not null,
  same_person text
);
create index hotline_callers_same on hotline_callers (same_person) where same_person is not null;
create table hotline_events (
  demand uuid not null references hotline_demands (id),
  number integer not null,
  kind text not null,
  at timestamptz not null,
  by text not null,
  by_name text not null,
  told jsonb not null,
  primary key (demand, number)
);
create table hotline_standings (
  demand uuid primary key references hotline_demands (id),
  agency text not null,
  unit text references agencies (code),
  state text not null,
  version integer not null,
  filed_at timestamptz not null,
  dispatched_at timestamptz,
  due_at timestamptz,
  fed_back_at timestamptz,
  closed_at timestamptz
);
create index hotline_standings_open on hotline_standings (agency, due_at, demand) where closed_at is null;
create index hotline_standings_of_unit on hotline_standings (unit, due_at, demand) where closed_at is null;
create index hotline_standings_filed on hotline_standings (agency, filed_at desc, demand);
create index hotline_standings_unit_filed on hotline_standings (unit, filed_at desc, demand);
create table hotline_numbers (
  agency text not null,
  day date not null,
  last integer not null,
  primary key (agency, day)
);
create function what_happened_to_a_demand_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'what happened to a demand never changes';
end $$;
create trigger what_happened_to_a_demand_never_changes before update or delete or truncate on hotline_events
  for each statement execute function what_happened_to_a_demand_never_changes();

-- step 2: moments of warning, demands that follow another, callbacks, co-handlers in their queues, instructions of leaders
alter table hotline_standings
  add half_at timestamptz,
  add near_at timestamptz,
  add follows uuid references hotline_demands (id),
  add to_be_called_back boolean not null default true,
  add call_backs integer not null default 0;
create index hotline_standings_followed on hotline_standings (follows) where follows is not null;
create table hotline_co_handlers (
  unit text not null references agencies (code),
  demand uuid not null references hotline_demands (id),
  given boolean not null,
  primary key (unit, demand)
);
create index hotline_co_handlers_demand on hotline_co_handlers (demand);
create index hotline_events_instructed on hotline_events (at desc, demand) where kind = 'instructed';

-- step 3: demands by the request for information that they were or became
create index hotline_events_request on hotline_events ((told->>'request')) where kind in ('converted', 'convertedFrom');
