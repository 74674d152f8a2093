-- step 1: requests as their history; who asks is kept apart and sealed
create table foi_requests (
  id uuid primary key default gen_random_uuid(),
  agency text not null references agencies (code),
  number text not null,
  channel text not null,
  applicant_kind text not null,
  description text not null check (char_length(description) between 1 and 5000),
  giving_form text not null,
  serving_way text not null,
  arrived_on date not null,
  tracking_hash text not null unique,
  unique (agency, number)
);
create table foi_applicants (
  request uuid primary key references foi_requests (id),
  sealed text not null,
  same_person text not null
);
create index foi_applicants_same on foi_applicants (same_person);
create table foi_events (
  id bigint generated always as identity primary key,
  request uuid not null references foi_requests (id),
  number integer not null,
  kind text not null,
  on_day date not null,
  at timestamptz not null,
  by text not null,
  by_name text not null,
  told jsonb not null,
  unique (request, number)
);

-- step 2: where each request stands, read off its events; rebuilt by rebuildStanding
create table foi_standings (
  request uuid primary key references foi_requests (id),
  agency text not null,
  applicant_kind text not null,
  state text not null,
  version integer not null,
  department text,
  received_on date,
  result_row text,
  outcome_on date
);
create index foi_standings_open on foi_standings (agency, received_on) where outcome_on is null;
create index foi_standings_by_receipt on foi_standings (agency, received_on);
create index foi_standings_by_outcome on foi_standings (agency, outcome_on, result_row);

-- step 3: letters as they were sent, frozen with their hash; numbers that are given once
create table foi_letters (
  id uuid primary key default gen_random_uuid(),
  request uuid not null references foi_requests (id),
  agency text not null,
  kind text not null,
  number text not null,
  letter jsonb not null,
  sha256 text not null,
  sent_on date not null,
  unique (agency, number)
);
create index foi_letters_of_request on foi_letters (request, sent_on);
create unique index foi_one_decision on foi_letters (request) where kind in ('answer', 'ended');
create table foi_numbers (
  agency text not null,
  series text not null,
  year integer not null,
  last integer not null,
  primary key (agency, series, year)
);
create function a_sent_letter_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'a letter that was sent never changes';
end $$;
create trigger a_sent_letter_never_changes before update or delete or truncate on foi_letters
  for each statement execute function a_sent_letter_never_changes();
create trigger foi_history_never_changes before update or delete or truncate on foi_events
  for each statement execute function a_sent_letter_never_changes();
