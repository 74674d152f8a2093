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

-- step 4: papers of a request, sealed; who handles it; a round that answers again; what was published; remedies
create table foi_papers (
  id uuid primary key default gen_random_uuid(),
  request uuid references foi_requests (id),
  purpose text not null,
  name text not null,
  media text not null,
  size_bytes integer not null,
  sha256 text not null,
  added_on date not null,
  added_by text not null,
  open_to_applicant boolean not null
);
create index foi_papers_of_request on foi_papers (request);
create table foi_paper_pieces (
  paper uuid not null references foi_papers (id),
  place integer not null,
  sealed bytea not null,
  primary key (paper, place)
);
alter table foi_requests
  add round_of uuid references foi_requests (id),
  add lodged_once text unique,
  add words text[] not null default '{}';
create index foi_requests_by_words on foi_requests using gin (words);
alter table foi_standings
  add handler text,
  add channel text,
  add arrived_on date,
  add limit_on date,
  add round boolean not null default false,
  add withheld text,
  add answered_workdays integer;
create index foi_standings_of_handler on foi_standings (handler) where outcome_on is null;
create index foi_standings_unconfirmed on foi_standings (agency, arrived_on) where state = 'arrived';
create table foi_remedies (
  request uuid not null references foi_requests (id),
  remedy text not null,
  agency text not null,
  route text not null,
  lodged_on date not null,
  result text,
  result_on date,
  primary key (request, remedy)
);
create index foi_remedies_by_agency on foi_remedies (agency, lodged_on);
create table foi_publications (
  request uuid primary key references foi_requests (id),
  agency text not null references agencies (code),
  title text not null,
  text text not null,
  published_on date not null,
  words text[] not null
);
create index foi_publications_by_words on foi_publications using gin (words);
create index foi_publications_by_day on foi_publications (published_on desc);
create table foi_answers_me (
  path text primary key,
  times integer not null
);

-- step 5: warnings that nobody need look for; the calendar by which open clocks were last reckoned
create table foi_warnings (
  request uuid not null references foi_requests (id),
  agency text not null,
  kind text not null,
  to_role text not null,
  to_person text,
  on_day date not null,
  words text not null,
  primary key (request, kind, to_role, on_day)
);
create index foi_warnings_of_agency on foi_warnings (agency, on_day);
create table foi_calendar_seen (
  year integer primary key,
  content jsonb not null
);

-- step 6: when an answer was due on the day it was given; payments and remedies are found without reading every event
alter table foi_standings add answered_due date;
create index foi_events_paid on foi_events (on_day) where kind = 'paid';
create index foi_standings_answered on foi_standings (agency, outcome_on, answered_workdays)
  where answered_workdays is not null;

-- step 7: wrong records on oneself, Art. 41: asked, and decided once
create table foi_record_corrections (
  id uuid primary key default gen_random_uuid(),
  agency text not null references agencies (code),
  number text not null,
  applicant_kind text not null,
  serving_way text not null,
  tracking_hash text not null unique,
  sealed text not null,
  record text not null,
  wanted text not null,
  evidence text not null,
  asked_on date not null,
  decision jsonb,
  decided_on date,
  decided_by text,
  letter jsonb,
  sha256 text,
  unique (agency, number)
);
create index foi_record_corrections_of_agency on foi_record_corrections (agency, asked_on desc);
alter table foi_papers add record_correction uuid references foi_record_corrections (id);
create index foi_papers_of_record_correction on foi_papers (record_correction);
