-- step 1: photos and files of demands, sealed in pieces
create table hotline_papers (
  id uuid primary key default gen_random_uuid(),
  demand uuid not null references hotline_demands (id),
  name text not null,
  media text not null,
  size_bytes integer not null,
  added_at timestamptz not null,
  added_by text not null,
  of_caller boolean not null,
  open_to_caller boolean not null
);
create index hotline_papers_demand on hotline_papers (demand, added_at);
create table hotline_paper_pieces (
  paper uuid not null references hotline_papers (id),
  place integer not null,
  sealed bytea not null,
  primary key (paper, place)
);
