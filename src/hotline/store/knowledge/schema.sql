-- step 1: entries of the knowledge base as their history; what is in force, and the pairs of characters by which it is found, are rebuilt from it
create table hotline_entries (
  id uuid primary key default gen_random_uuid(),
  agency text not null references agencies (code),
  drafted_once text unique,
  unit text references agencies (code),
  state text not null default 'draft',
  version integer not null default 0,
  question text not null default '',
  in_force jsonb,
  valid_from date,
  valid_until date,
  review_on date,
  public boolean not null default false,
  changed_at timestamptz not null,
  used integer not null default 0,
  unhelpful integer not null default 0
);
create index hotline_entries_list on hotline_entries (agency, changed_at desc, id);
create index hotline_entries_unit on hotline_entries (unit, changed_at desc, id);
create table hotline_entry_events (
  entry uuid not null references hotline_entries (id),
  number integer not null,
  kind text not null,
  at timestamptz not null,
  by text not null,
  by_name text not null,
  told jsonb not null,
  primary key (entry, number)
);
create index hotline_entry_events_at on hotline_entry_events (at) where kind in ('approved', 'withdrawn');
create table hotline_entry_pairs (
  pair integer not null,
  entry uuid not null references hotline_entries (id),
  weight real not null,
  primary key (pair, entry)
);
create index hotline_entry_pairs_entry on hotline_entry_pairs (entry);
create table hotline_entry_uses (
  entry uuid not null references hotline_entries (id),
  demand uuid not null references hotline_demands (id),
  at timestamptz not null,
  by text not null,
  helped boolean not null,
  primary key (entry, demand)
);
create index hotline_events_answered on hotline_events (at desc) where kind = 'answered';

-- step 2: what happened to an entry never changes
create function what_happened_to_an_entry_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'what happened to an entry never changes';
end $$;
create trigger what_happened_to_an_entry_never_changes before update or delete or truncate on hotline_entry_events
  for each statement execute function what_happened_to_an_entry_never_changes();

-- step 3: whom an entry helped on the public pages; entries that frequent answers propose, with their demands
alter table hotline_entries add column helped integer not null default 0;
create index hotline_entries_public on hotline_entries (used desc, id) where public;
create table hotline_entry_proposals (
  id uuid primary key default gen_random_uuid(),
  agency text not null references agencies (code),
  question text not null,
  answer text not null,
  callers integer not null,
  found_at timestamptz not null,
  settled_at timestamptz,
  settled_by_name text,
  entry uuid references hotline_entries (id),
  reason text,
  unique (agency, question)
);
create index hotline_entry_proposals_open on hotline_entry_proposals (agency, callers desc, id) where settled_at is null;
create table hotline_entry_proposal_demands (
  proposal uuid not null references hotline_entry_proposals (id) on delete cascade,
  demand uuid not null references hotline_demands (id),
  primary key (proposal, demand)
);
