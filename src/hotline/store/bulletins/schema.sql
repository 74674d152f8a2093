-- step 1: bulletins of a hotline: their history, the draft, and the editions that never change; how units are scored, and the industries
create table hotline_bulletins (
  id uuid primary key default gen_random_uuid(),
  agency text not null references agencies (code),
  kind text not null,
  starts_on date not null,
  ends_on date not null,
  state text not null,
  edition integer not null,
  published_at timestamptz,
  unique (agency, kind, starts_on)
);
create index hotline_bulletins_published on hotline_bulletins (agency, kind, starts_on desc) where published_at is not null;
create table hotline_bulletin_events (
  bulletin uuid not null references hotline_bulletins (id),
  number integer not null,
  kind text not null,
  words text not null,
  at timestamptz not null,
  by text not null,
  by_name text not null,
  primary key (bulletin, number)
);
create table hotline_bulletin_drafts (
  bulletin uuid primary key references hotline_bulletins (id),
  version integer not null,
  cut_off date not null,
  words jsonb not null,
  topics jsonb not null
);
create table hotline_bulletin_editions (
  bulletin uuid not null references hotline_bulletins (id),
  edition integer not null,
  restated text not null,
  content jsonb not null,
  hash text not null,
  approved_at timestamptz not null,
  published_at timestamptz,
  primary key (bulletin, edition)
);
create table hotline_appraisals (
  agency text not null references agencies (code),
  starts_on date not null,
  appraisal jsonb not null,
  by text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (agency, starts_on)
);
create table hotline_industries (
  agency text primary key references agencies (code),
  industries jsonb not null
);
create function a_published_bulletin_never_changes() returns trigger language plpgsql as $$
begin
  if old.published_at is not null or (tg_op = 'UPDATE' and new.content is distinct from old.content) then
    raise exception 'a published bulletin never changes';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger a_published_bulletin_never_changes before update or delete on hotline_bulletin_editions
  for each row execute function a_published_bulletin_never_changes();

-- step 2: what happened to a bulletin never changes
create function what_happened_to_a_bulletin_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'what happened to a bulletin never changes';
end $$;
create trigger what_happened_to_a_bulletin_never_changes before update or delete or truncate on hotline_bulletin_events
  for each statement execute function what_happened_to_a_bulletin_never_changes();
