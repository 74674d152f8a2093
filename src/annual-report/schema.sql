-- step 1: reports as their history; the current draft is read off the last event that carries one
create table report_events (
  id bigint generated always as identity primary key,
  agency text not null references agencies (code),
  year integer not null check (year between 2008 and 2100),
  number integer not null,
  act text not null,
  on_day date not null,
  at timestamptz not null,
  by text not null,
  by_name text not null,
  note text,
  draft jsonb,
  explanations jsonb,
  import_findings jsonb,
  unique (agency, year, number)
);

-- step 2: published editions; a row is written once and never changed
create table report_editions (
  agency text not null references agencies (code),
  year integer not null,
  edition integer not null,
  published_on date not null,
  by text not null,
  by_name text not null,
  reason text,
  report jsonb not null,
  explanations jsonb not null,
  findings jsonb not null,
  sha256 text not null,
  published_at timestamptz not null,
  primary key (agency, year, edition)
);
create function an_edition_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'a published edition never changes';
end $$;
create trigger an_edition_never_changes before update or delete or truncate on report_editions
  for each statement execute function an_edition_never_changes();

-- step 3: where each report stands, read off its events; rebuilt by rebuildStandings
create table report_standings (
  agency text not null references agencies (code),
  year integer not null,
  state text not null,
  version integer not null,
  edition integer not null,
  errors integer not null,
  warnings integer not null,
  published_on date,
  changed_at timestamptz not null,
  received bigint,
  submitted_by text,
  draft jsonb not null,
  explanations jsonb not null,
  import_findings jsonb not null,
  primary key (agency, year)
);
create index report_standings_by_year on report_standings (year desc, agency);
create index report_standings_by_state on report_standings (state, year desc);

-- step 4: published editions in every format, made once
create table report_files (
  agency text not null,
  year integer not null,
  edition integer not null,
  format text not null,
  bytes bytea not null,
  primary key (agency, year, edition, format),
  foreign key (agency, year, edition) references report_editions (agency, year, edition)
);

-- step 5: reminders sent to agencies whose report is missing
create table report_reminders (
  id bigint generated always as identity primary key,
  agency text not null references agencies (code),
  year integer not null,
  sent_on date not null,
  by_name text not null,
  unique (agency, year, sent_on)
);

-- step 6: the hash of each kept file
alter table report_files add sha256 text not null generated always as (encode(sha256(bytes), 'hex')) stored;

-- step 7: search in the words of published reports by pairs of characters, exact for any word of two or more
create function report_words(report jsonb) returns text language sql immutable parallel safe as $$
  select coalesce(report ->> 'agency', '') || coalesce(report ->> 'year', '') || '年政府信息公开工作年度报告' || E'\n'
    || coalesce(report #>> '{narrative,overview}', '') || E'\n' || coalesce(report #>> '{narrative,problems}', '') || E'\n'
    || coalesce(report #>> '{narrative,otherMatters}', '')
$$;
create function bigrams(words text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct signs[at] || signs[at + 1]), '{}')
  from (select string_to_array(lower(words), null) as signs) as all_signs, generate_series(1, length(words) - 1) as at
$$;
create index report_editions_by_words on report_editions using gin (bigrams(report_words(report)));

-- step 8: the public extract of an edition, from which its table 3 can be counted again; written once with it
create table report_extracts (
  agency text not null,
  year integer not null,
  edition integer not null,
  extract jsonb not null,
  primary key (agency, year, edition),
  foreign key (agency, year, edition) references report_editions (agency, year, edition)
);
create trigger an_extract_never_changes before update or delete or truncate on report_extracts
  for each statement execute function an_edition_never_changes();

-- step 9: what happened to a report never changes
create function what_happened_to_a_report_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'what happened to a report never changes';
end $$;
create trigger what_happened_to_a_report_never_changes before update or delete or truncate on report_events
  for each statement execute function what_happened_to_a_report_never_changes();
