-- step 1: matters behind demands, which demand belongs to which and why; runs over a span, asked for and done
create sequence hotline_matter_changes;
create table hotline_matters (
  id uuid primary key,
  agency text not null references agencies (code),
  title text not null,
  place text not null,
  people text not null,
  renamed boolean not null default false
);
create index hotline_matters_agency on hotline_matters (agency, id);
create table hotline_matter_members (
  demand uuid primary key references hotline_demands (id),
  matter uuid not null references hotline_matters (id),
  agency text not null,
  filed_on date not null,
  person text not null,
  places text[] not null,
  words text[] not null,
  by_hand boolean not null default false,
  change bigint not null default nextval('hotline_matter_changes')
);
create index hotline_matter_members_matter on hotline_matter_members (matter, filed_on, demand);
create index hotline_matter_members_filed on hotline_matter_members (agency, filed_on) include (matter, person);
create index hotline_matter_members_change on hotline_matter_members (agency, change);
create table hotline_matter_runs (
  id uuid primary key default gen_random_uuid(),
  agency text not null references agencies (code),
  from_day date not null,
  until_day date not null,
  by_name text not null,
  asked_at timestamptz not null,
  done_at timestamptz,
  demands integer,
  moved integer
);
create index hotline_matter_runs_waiting on hotline_matter_runs (asked_at) where done_at is null;
create index hotline_matter_runs_newest on hotline_matter_runs (agency, asked_at desc);

-- step 2: which demands of a span have their matter, by an index alone
create index hotline_matter_members_placed on hotline_matter_members (agency, filed_on, demand);
