-- step 1: items as their history; the draft, and the editions that never change
create table disclosure_items (
  id text primary key,
  agency text not null references agencies (code),
  index_number text not null unique,
  started_on date not null
);
create table disclosure_numbers (
  agency text not null,
  series text not null,
  year integer not null,
  last integer not null,
  primary key (agency, series, year)
);
create table disclosure_events (
  id bigint generated always as identity primary key,
  item text not null references disclosure_items (id),
  number integer not null,
  kind text not null,
  on_day date not null,
  at timestamptz not null,
  by text not null,
  by_name text not null,
  told jsonb not null,
  unique (item, number)
);
create table disclosure_drafts (
  item text primary key references disclosure_items (id),
  version integer not null,
  content jsonb not null,
  sha256 text not null,
  saved_at timestamptz not null,
  saved_by text not null,
  saved_by_name text not null
);
create table disclosure_editions (
  item text not null references disclosure_items (id),
  number integer not null,
  content jsonb not null,
  sha256 text not null,
  reason text not null,
  urgent text,
  published_at timestamptz not null,
  published_on date not null,
  by text not null,
  by_name text not null,
  primary key (item, number)
);
create function what_was_public_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'what was public never changes';
end $$;
create trigger an_edition_never_changes before update or delete or truncate on disclosure_editions
  for each statement execute function what_was_public_never_changes();
create trigger disclosure_history_never_changes before update or delete or truncate on disclosure_events
  for each statement execute function what_was_public_never_changes();

-- step 2: files under their hash
create table disclosure_files (
  id uuid primary key default gen_random_uuid(),
  item text not null references disclosure_items (id),
  name text not null,
  media text not null,
  size_bytes integer not null,
  sha256 text not null,
  text text not null,
  added_on date not null,
  added_by text not null
);
create index disclosure_files_of_item on disclosure_files (item);
create table disclosure_file_pieces (
  file uuid not null references disclosure_files (id),
  place integer not null,
  bytes bytea not null,
  primary key (file, place)
);
create trigger a_file_never_changes before update or delete or truncate on disclosure_file_pieces
  for each statement execute function what_was_public_never_changes();

-- step 3: where each item stands, read off its events and its words; rebuilt by rebuildItemStandings
create table disclosure_standings (
  item text primary key references disclosure_items (id),
  agency text not null,
  index_number text not null,
  form text not null,
  duty text not null,
  theme text not null,
  genre text not null,
  title text not null,
  document_number text,
  document_key text,
  made_on date,
  series text not null,
  draft text not null,
  shelf text not null,
  version integer not null,
  handler text,
  handler_name text,
  submitted_by text,
  scheduled_for timestamptz,
  edition integer not null,
  first_published_on date,
  published_on date,
  published_at timestamptz,
  urgent_by text,
  validity text not null,
  ends_on date,
  withdrawn_on date,
  withheld_on date,
  review_on date,
  rows_batch uuid,
  row_count integer not null,
  moved_at timestamptz not null
);
create index disclosure_standings_of_agency on disclosure_standings (agency, moved_at desc);
create index disclosure_standings_at_work on disclosure_standings (agency, draft)
  where draft not in ('none', 'withheld', 'abandoned');
create index disclosure_standings_scheduled on disclosure_standings (scheduled_for) where draft = 'scheduled';
create index disclosure_standings_public on disclosure_standings (published_on desc, item) where shelf = 'public';
create index disclosure_standings_public_of_agency on disclosure_standings (agency, published_on desc)
  where shelf = 'public';
create index disclosure_standings_public_of_duty on disclosure_standings (duty, published_on desc)
  where shelf = 'public';
create index disclosure_standings_public_of_form on disclosure_standings (form, published_on desc)
  where shelf = 'public';
create index disclosure_standings_by_document on disclosure_standings (document_key) where document_key is not null;
create index disclosure_standings_by_series on disclosure_standings (series, published_on) where series <> '';

-- step 4: how items hang together: interprets, repeals, revises; as the public edition says
create table disclosure_links (
  item text not null references disclosure_items (id),
  kind text not null,
  target text not null references disclosure_items (id),
  primary key (item, kind, target)
);
create index disclosure_links_to on disclosure_links (target, kind);

-- step 5: results in bulk: a set that is loaded once and never changes
create table disclosure_batches (
  id uuid primary key default gen_random_uuid(),
  item text not null references disclosure_items (id),
  form text not null,
  row_count integer not null,
  sha256 text not null,
  loaded_at timestamptz not null,
  loaded_by text not null
);
create table disclosure_rows (
  batch uuid not null references disclosure_batches (id),
  place integer not null,
  reference text not null,
  party text not null,
  party_kind text not null,
  matter text not null,
  basis text not null,
  decided_on date not null,
  amount_yuan numeric(16, 2),
  shown boolean not null,
  primary key (batch, place)
);
create index disclosure_rows_by_reference on disclosure_rows (reference);
create index disclosure_rows_by_day on disclosure_rows (batch, decided_on desc, place);
create trigger rows_never_change before update or delete or truncate on disclosure_rows
  for each statement execute function what_was_public_never_changes();

-- step 6: what moved on the shelf, in order: caches, feeds and subscriptions read from it
create table disclosure_changes (
  id bigint generated always as identity primary key,
  item text not null references disclosure_items (id),
  what text not null,
  at timestamptz not null
);
create index disclosure_changes_of_item on disclosure_changes (item, id);

-- step 7: what the public says: opinions on drafts, faults that readers found, whether a page was useful
create table disclosure_opinions (
  item text not null references disclosure_items (id),
  number integer not null,
  kind text not null,
  text text not null check (char_length(text) between 1 and 5000),
  sealed text not null,
  once text not null unique,
  filed_on date not null,
  filed_at timestamptz not null,
  adopted text,
  answer text,
  shown boolean not null default false,
  answered_on date,
  answered_by text,
  primary key (item, number)
);
create index disclosure_opinions_open on disclosure_opinions (item, filed_at) where answered_on is null;
create table disclosure_faults (
  id uuid primary key default gen_random_uuid(),
  number text not null unique,
  agency text not null references agencies (code),
  item text references disclosure_items (id),
  path text not null,
  kind text not null,
  text text not null check (char_length(text) between 1 and 2000),
  sealed text not null,
  tracking_hash text not null unique,
  once text not null unique,
  filed_on date not null,
  filed_at timestamptz not null,
  valid boolean,
  answer text,
  answered_on date,
  answered_by text
);
create index disclosure_faults_open on disclosure_faults (agency, filed_on) where answered_on is null;
create index disclosure_faults_by_day on disclosure_faults (filed_at desc);
create table disclosure_useful (
  id bigint generated always as identity primary key,
  path text not null,
  item text references disclosure_items (id),
  useful boolean not null,
  why text not null,
  on_day date not null
);
create index disclosure_useful_by_path on disclosure_useful (path, on_day);

-- step 8: drafts are found by the documents that they will interpret
create index disclosure_drafts_interpret on disclosure_drafts using gin ((content -> 'interprets'));

-- step 9: the shelf as the public walks along it: by day of making and theme, to its term, from an older site's addresses
alter table disclosure_standings add column expires_on date;
alter table disclosure_changes add column tags text[] not null default '{}';
create table disclosure_redirects (
  old_path text primary key,
  item text not null references disclosure_items (id)
);
create index disclosure_redirects_to on disclosure_redirects (item);
create index disclosure_standings_public_by_making on disclosure_standings (made_on desc nulls last, item)
  where shelf = 'public';
create index disclosure_standings_public_of_theme on disclosure_standings (theme, published_on desc)
  where shelf = 'public';

-- step 10: who follows a search or a document, by e-mail or webhook; how far each was told
create table disclosure_subscriptions (
  id uuid primary key default gen_random_uuid(),
  way text not null,
  sealed text not null,
  mark text not null,
  about_item text references disclosure_items (id),
  about jsonb not null,
  words text not null,
  asked_at timestamptz not null,
  asked_sent_at timestamptz,
  confirmed_at timestamptz,
  ended_at timestamptz,
  why_ended text,
  told_change bigint not null,
  told_at timestamptz,
  failures integer not null default 0,
  last_failure text,
  next_try_at timestamptz not null,
  unique (mark, words)
);
create index disclosure_subscriptions_due on disclosure_subscriptions (next_try_at, id)
  where ended_at is null;

-- step 11: the desk's lists of all agencies, the latest moved first; what waits for its next look
create index disclosure_standings_moved on disclosure_standings (moved_at desc, item);
create index disclosure_standings_withheld on disclosure_standings (review_on) where draft = 'withheld';

-- step 12: what is checked before something leaves: watched words, what was found, how files and links were
create table disclosure_words (
  id uuid primary key default gen_random_uuid(),
  word text not null check (char_length(word) between 1 and 60),
  right_form text not null,
  severity text not null,
  why text not null,
  from_day date not null,
  to_day date,
  changed_at timestamptz not null,
  changed_by text not null,
  unique (word, from_day)
);
create table disclosure_white_phrases (
  phrase text primary key check (char_length(phrase) between 1 and 60),
  why text not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create table disclosure_word_lists (
  one boolean primary key default true check (one),
  version integer not null,
  mark uuid not null,
  changed_at timestamptz not null,
  rechecked_version integer not null,
  rechecked_up_to text not null,
  last_change bigint not null
);
create table disclosure_kept_findings (
  sha256 text primary key,
  rules integer not null,
  mark uuid not null,
  findings jsonb not null,
  kept_at timestamptz not null
);
create index disclosure_kept_findings_by_age on disclosure_kept_findings (kept_at);
create table disclosure_file_looks (
  sha256 text primary key,
  look jsonb not null,
  looked_at timestamptz not null
);
create table disclosure_link_looks (
  address text primary key,
  opens boolean not null,
  why text not null,
  looked_on date not null
);
create index disclosure_link_looks_by_day on disclosure_link_looks (looked_on);
create table disclosure_public_findings (
  item text not null references disclosure_items (id),
  place integer not null,
  rule text not null,
  severity text not null,
  field text not null,
  found text not null,
  message text not null,
  proposal text not null,
  found_at timestamptz not null,
  primary key (item, place)
);
create index disclosure_public_findings_by_rule on disclosure_public_findings (rule, severity);

-- step 13: search: the words of what is public, as pairs of characters, with what narrows it; rebuilt by rebuildSearch
create table disclosure_facets (
  id integer generated always as identity primary key,
  agency text not null,
  form text not null,
  duty text not null,
  year integer not null,
  validity text not null,
  unique (agency, form, duty, year, validity)
);
create table disclosure_shelf (
  place integer generated by default as identity primary key,
  item text not null unique references disclosure_items (id),
  facet integer not null references disclosure_facets (id),
  in_force boolean not null,
  published_on date not null,
  text text not null,
  words integer[] not null
);
alter table disclosure_shelf alter words set storage external, alter text set storage external,
  alter words set statistics 0, alter text set statistics 0;
create index disclosure_shelf_by_words on disclosure_shelf using gin (words) with (fastupdate = off);
create index disclosure_shelf_newest on disclosure_shelf (published_on desc, place desc);
create table disclosure_shelf_titles (
  place integer primary key references disclosure_shelf (place) on delete cascade,
  title text not null,
  plain text not null,
  document_key text,
  in_force boolean not null,
  published_on date not null,
  words integer[] not null
);
alter table disclosure_shelf_titles alter words set statistics 0;
create index disclosure_shelf_titles_by_words on disclosure_shelf_titles using gin (words) with (fastupdate = off);
create index disclosure_shelf_titles_plain on disclosure_shelf_titles using hash (plain);
create index disclosure_shelf_titles_by_number on disclosure_shelf_titles (document_key) where document_key is not null;

-- step 14: what was searched for and not found: words alone, no person; and what was done about it
create table disclosure_missed (
  words text primary key,
  times integer not null,
  first_on date not null,
  last_on date not null,
  done text,
  done_on date,
  done_by text
);
create index disclosure_missed_by_times on disclosure_missed (times desc, words);

-- step 15: duties of disclosure 应公开事项: who owes what how often; and what happened that makes one due
create table disclosure_duties (
  id uuid primary key default gen_random_uuid(),
  title text not null,
  scope jsonb not null,
  form text not null,
  rhythm jsonb not null,
  law text not null,
  since date not null,
  ended_on date,
  changed_by text not null,
  changed_at timestamptz not null
);
create table disclosure_occasions (
  id uuid primary key default gen_random_uuid(),
  duty uuid not null references disclosure_duties (id),
  agency text not null references agencies (code),
  on_day date not null,
  words text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  unique (duty, agency, on_day)
);
insert into disclosure_duties (title, scope, form, rhythm, law, since, changed_by, changed_at) values
  ('政府信息公开指南', '{"kind":"all"}', 'guide', '{"kind":"standing"}', 'Art 12', '2025-01-01', '', '2025-01-01T00:00:00Z'),
  ('机关职能、机构设置、办公地址、负责人', '{"kind":"all"}', 'institution', '{"kind":"standing"}', 'Art 20 (2)', '2025-01-01', '', '2025-01-01T00:00:00Z'),
  ('负责人变动后更新机关职能和负责人名录', '{"kind":"all"}', 'institution', '{"kind":"after","day":"recorded","count":20,"unit":"workdays"}', 'Art 26', '2025-01-01', '', '2025-01-01T00:00:00Z'),
  ('预算、决算批复后公开', '{"kind":"all"}', 'budget', '{"kind":"after","day":"approvedOn","count":20,"unit":"days"}', '预算法 Art 14', '2025-01-01', '', '2025-01-01T00:00:00Z'),
  ('政府信息公开工作年度报告（政府部门）', '{"kind":"kind","of":"department"}', 'annualReport', '{"kind":"yearly","by":"01-31"}', 'Art 49', '2025-01-01', '', '2025-01-01T00:00:00Z'),
  ('政府信息公开工作年度报告（政府）', '{"kind":"kind","of":"government"}', 'annualReport', '{"kind":"yearly","by":"03-31"}', 'Art 49', '2025-01-01', '', '2025-01-01T00:00:00Z');

-- step 16: what is disclosed through other channels, Arts 23 to 25: planned, then held, with its evidence and its history
create table disclosure_series (
  agency text not null references agencies (code),
  name text not null,
  channel text not null,
  note text not null,
  planned_by text not null,
  planned_at timestamptz not null,
  primary key (agency, name)
);
create table disclosure_channel_records (
  id uuid primary key default gen_random_uuid(),
  agency text not null references agencies (code),
  channel text not null,
  medium text not null,
  title text not null,
  series text not null,
  planned_on date,
  held_on date,
  link text not null,
  evidence text not null,
  item text references disclosure_items (id),
  dropped text,
  version integer not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index disclosure_channel_records_of_agency on disclosure_channel_records (agency, held_on desc);
create index disclosure_channel_records_of_series on disclosure_channel_records (series, held_on desc) where series <> '';
create index disclosure_channel_records_of_item on disclosure_channel_records (item) where item is not null;
create table disclosure_channel_changes (
  id bigint generated always as identity primary key,
  record uuid not null references disclosure_channel_records (id),
  version integer not null,
  told jsonb not null,
  by_name text not null,
  at timestamptz not null
);
create index disclosure_channel_changes_of on disclosure_channel_changes (record, id);
create trigger channel_history_never_changes before update or delete or truncate on disclosure_channel_changes
  for each statement execute function what_was_public_never_changes();
create table disclosure_channel_files (
  id uuid primary key default gen_random_uuid(),
  record uuid not null references disclosure_channel_records (id),
  name text not null,
  media text not null,
  sha256 text not null,
  bytes bytea not null,
  added_by text not null,
  added_at timestamptz not null
);
create index disclosure_channel_files_of on disclosure_channel_files (record);

-- step 17: the site checks itself: columns with their limits, visits to the front page, one row of findings a day
create table disclosure_columns (
  id uuid primary key default gen_random_uuid(),
  name text not null unique,
  forms text[] not null,
  strict boolean not null,
  limit_days integer not null,
  department text not null,
  changed_by text not null,
  changed_at timestamptz not null
);
insert into disclosure_columns (name, forms, strict, limit_days, department, changed_by, changed_at) values
  ('动态、公告', '{news}', true, 14, '办公室', '', '2025-01-01T00:00:00Z'),
  ('政策文件', '{regulation,normativeDocument,document}', true, 182, '办公室', '', '2025-01-01T00:00:00Z'),
  ('政策解读', '{interpretation,policyQuestions}', false, 182, '办公室', '', '2025-01-01T00:00:00Z'),
  ('机构职能', '{institution}', false, 365, '办公室', '', '2025-01-01T00:00:00Z'),
  ('规划计划', '{plan}', false, 365, '办公室', '', '2025-01-01T00:00:00Z'),
  ('统计信息', '{statistics}', false, 365, '办公室', '', '2025-01-01T00:00:00Z'),
  ('行政许可', '{permitResults}', false, 182, '办公室', '', '2025-01-01T00:00:00Z'),
  ('行政处罚和行政强制', '{penaltyResults,coercionResults}', false, 365, '办公室', '', '2025-01-01T00:00:00Z'),
  ('财政预算、决算', '{budget}', false, 365, '办公室', '', '2025-01-01T00:00:00Z'),
  ('行政事业性收费', '{fees}', false, 365, '办公室', '', '2025-01-01T00:00:00Z'),
  ('政府采购', '{procurement}', false, 365, '办公室', '', '2025-01-01T00:00:00Z'),
  ('重大建设项目', '{project}', false, 365, '办公室', '', '2025-01-01T00:00:00Z'),
  ('民生保障', '{livelihood}', false, 365, '办公室', '', '2025-01-01T00:00:00Z'),
  ('应急管理', '{emergency}', false, 365, '办公室', '', '2025-01-01T00:00:00Z'),
  ('监督检查', '{inspection}', false, 365, '办公室', '', '2025-01-01T00:00:00Z'),
  ('招考录用', '{recruitment}', false, 365, '办公室', '', '2025-01-01T00:00:00Z'),
  ('政府信息公开指南和制度', '{guide,rule}', false, 365, '办公室', '', '2025-01-01T00:00:00Z');
create table disclosure_visits (
  at timestamptz primary key,
  milliseconds integer not null,
  status integer not null
);
create table disclosure_self_checks (
  on_day date primary key,
  made_at timestamptz not null,
  lines jsonb not null
);

-- step 18: results in bulk: what is counted and not shown, and why; how an agency's sheets are read; what came from another site
alter table disclosure_batches add column file_name text not null default '';
alter table disclosure_batches add column shown_count integer not null default 0;
alter table disclosure_rows add column unshown_reason text not null default '';
create table disclosure_row_mappings (
  agency text not null references agencies (code),
  form text not null,
  headings text not null,
  columns jsonb not null,
  primary key (agency, form, headings)
);
create table disclosure_imports (
  source text not null,
  old text not null,
  item text not null references disclosure_items (id),
  at timestamptz not null,
  primary key (source, old)
);

-- step 19: the results that the public may read, by day and by words; made anew from the batches at any time
create table disclosure_results (
  id bigint generated always as identity,
  batch uuid not null,
  place integer not null,
  form text not null,
  agency text not null,
  decided_on date not null,
  text text not null,
  words integer[] not null
);
alter table disclosure_results alter words set statistics 0, alter text set statistics 0;
create index disclosure_results_newest on disclosure_results (form, decided_on, id);
create index disclosure_results_of_agency on disclosure_results (agency, form, decided_on, id);
create index disclosure_results_of_batch on disclosure_results (batch, decided_on, id);
create index disclosure_results_by_words on disclosure_results using gin (words)
  with (gin_pending_list_limit = 1000000);
create table disclosure_result_years (
  item text not null references disclosure_items (id),
  batch uuid not null references disclosure_batches (id),
  form text not null,
  agency text not null,
  year integer not null,
  count integer not null,
  primary key (item, batch, year)
);

-- step 20: an older site is moved in at the desk: each run with its archive while it is needed, what was wrong with its pages, and how an agency's pages are read
create table disclosure_site_runs (
  id uuid primary key default gen_random_uuid(),
  agency text not null references agencies (code),
  may_be text[] not null,
  source text not null,
  file_name text not null,
  size_bytes bigint not null,
  mapping jsonb not null,
  state text not null,
  why text not null default '',
  counts jsonb not null,
  samples jsonb not null default '[]',
  worker uuid,
  by text not null,
  by_name text not null,
  begun_at timestamptz not null,
  moved_at timestamptz not null
);
create index disclosure_site_runs_of_agency on disclosure_site_runs (agency, begun_at desc);
create table disclosure_site_pieces (
  run uuid not null references disclosure_site_runs (id),
  place integer not null,
  bytes bytea not null,
  primary key (run, place)
);
create table disclosure_site_faults (
  run uuid not null references disclosure_site_runs (id),
  place integer not null,
  path text not null,
  kind text not null,
  label text not null,
  value text not null,
  message text not null,
  primary key (run, place)
);
create table disclosure_site_mappings (
  agency text not null references agencies (code),
  name text not null,
  mapping jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (agency, name)
);

-- step 21: whether an item was moved in is asked item by item
create index disclosure_imports_of_item on disclosure_imports (item);

-- step 22: how items hang together, as editions say it and as it was written down when one was ended by another
create index disclosure_events_ended_by on disclosure_events ((told ->> 'byItem')) where kind = 'ended';
create view disclosure_ties as
  select item, kind, target from disclosure_links
  union
  select told ->> 'byItem', case told ->> 'validity' when 'revised' then 'revises' else 'repeals' end, item
  from disclosure_events where kind = 'ended' and told ->> 'byItem' is not null;

-- step 23: the item in which a batch of results stands
create index disclosure_standings_of_rows on disclosure_standings (rows_batch) where rows_batch is not null;

-- step 24: a duty names its article as the pages do
update disclosure_duties set law = '《预算法》第十四条' where law = '预算法 Art 14';
