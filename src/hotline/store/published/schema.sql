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
