-- step 1: hot matters as projects of governance, by their history; which demands are theirs is kept and may be made anew
create table hotline_projects (
  id uuid primary key default gen_random_uuid(),
  agency text not null references agencies (code),
  number text not null,
  opened_at timestamptz not null,
  opened_once text unique,
  unique (agency, number)
);
create table hotline_project_events (
  project uuid not null references hotline_projects (id),
  number integer not null,
  kind text not null,
  at timestamptz not null,
  by text not null,
  by_name text not null,
  told jsonb not null,
  primary key (project, number)
);
create table hotline_project_standings (
  project uuid primary key references hotline_projects (id),
  agency text not null,
  lead text not null references agencies (code),
  state text not null,
  version integer not null,
  title text not null,
  limit_on date not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  shown_at timestamptz
);
create index hotline_project_standings_opened on hotline_project_standings (agency, opened_at desc, project);
create index hotline_project_standings_shown on hotline_project_standings (shown_at desc, project) where shown_at is not null;
create table hotline_project_units (
  project uuid not null references hotline_projects (id),
  unit text not null references agencies (code),
  primary key (unit, project)
);
create table hotline_project_demands (
  project uuid not null references hotline_projects (id),
  demand uuid not null references hotline_demands (id),
  filed_at timestamptz not null,
  way text not null check (way in ('named', 'rule', 'out')),
  primary key (project, demand)
);
create index hotline_project_demands_filed on hotline_project_demands (project, filed_at);
create index hotline_project_demands_of_demand on hotline_project_demands (demand);
create table hotline_project_files (
  id uuid primary key default gen_random_uuid(),
  project uuid not null references hotline_projects (id),
  name text not null,
  media text not null,
  bytes bytea not null
);
create function what_happened_to_a_project_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'what happened to a project never changes';
end $$;
create trigger what_happened_to_a_project_never_changes before update or delete or truncate on hotline_project_events
  for each statement execute function what_happened_to_a_project_never_changes();

-- step 2: files of projects are sealed as papers of demands are; those from before stay readable
alter table hotline_project_files add sealed bytea, alter bytes drop not null, add check (num_nonnulls(bytes, sealed) = 1);
