-- step 1: answers drawn to be read, with their score on that day; what supervisors found of them
create table hotline_samples (
  id uuid primary key default gen_random_uuid(),
  agency text not null references agencies (code),
  from_day date not null,
  to_day date not null,
  way text not null check (way in ('chance', 'weakest')),
  seed integer not null,
  among integer not null,
  size integer not null,
  made_by text not null,
  made_by_name text not null,
  made_at timestamptz not null
);
create index hotline_samples_newest on hotline_samples (agency, made_at desc, id);
create table hotline_sampled_answers (
  sample uuid not null references hotline_samples (id),
  place integer not null,
  demand uuid not null references hotline_demands (id),
  event integer not null,
  unit text,
  quality jsonb not null,
  primary key (sample, place)
);
create table hotline_judgement_events (
  sample uuid not null,
  place integer not null,
  number integer not null,
  passed boolean not null,
  reason text not null,
  at timestamptz not null,
  by text not null,
  by_name text not null,
  primary key (sample, place, number),
  foreign key (sample, place) references hotline_sampled_answers (sample, place)
);
create function what_was_judged_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'what was judged never changes';
end $$;
create trigger what_was_judged_never_changes before update or delete or truncate on hotline_judgement_events
  for each statement execute function what_was_judged_never_changes();
