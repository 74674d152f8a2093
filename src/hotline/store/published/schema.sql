-- step 1: answers chosen for everybody, without anybody's data, and who says that he wants the same
create table hotline_published (
  demand uuid primary key references hotline_demands (id),
  agency text not null references agencies (code),
  title text not null,
  question text not null,
  answer text not null,
  words text[] not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  same integer not null default 0
);
create index hotline_published_words on hotline_published using gin (words);
create index hotline_published_newest on hotline_published (published_at desc, demand) where withdrawn_at is null;
create table hotline_same (
  demand uuid primary key references hotline_demands (id),
  published uuid not null references hotline_published (demand)
);
create index hotline_same_published on hotline_same (published);

-- step 2: answers on their way to everybody as their history; what is public stays in hotline_published, where each stands is read off its events
create table hotline_public_answers (
  demand uuid primary key references hotline_demands (id),
  agency text not null references agencies (code),
  state text not null,
  version integer not null,
  title text not null,
  changed_at timestamptz not null,
  changed_by_name text not null
);
create index hotline_public_answers_list on hotline_public_answers (agency, changed_at desc, demand);
create table hotline_public_answer_events (
  demand uuid not null references hotline_public_answers (demand),
  number integer not null,
  kind text not null,
  at timestamptz not null,
  by text not null,
  by_name text not null,
  told jsonb not null,
  primary key (demand, number)
);
insert into hotline_public_answers (demand, agency, state, version, title, changed_at, changed_by_name)
  select demand, agency, case when withdrawn_at is null then 'published' else 'withdrawn' end,
    case when withdrawn_at is null then 1 else 2 end, title, coalesce(withdrawn_at, published_at), '系统'
  from hotline_published;
insert into hotline_public_answer_events (demand, number, kind, at, by, by_name, told)
  select demand, 1, 'publishedBefore', published_at, 'system', '系统',
    jsonb_build_object('content', jsonb_build_object('title', title, 'question', question, 'answer', answer))
  from hotline_published
  union all
  select demand, 2, 'withdrawn', withdrawn_at, 'system', '系统', jsonb_build_object('reason', '启用草稿以前已撤下')
  from hotline_published where withdrawn_at is not null;
create function what_happened_to_a_public_answer_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'what happened to a public answer never changes';
end $$;
create trigger what_happened_to_a_public_answer_never_changes before update or delete or truncate on hotline_public_answer_events
  for each statement execute function what_happened_to_a_public_answer_never_changes();
