-- step 1: the tree of categories in versions; the category of each demand, by the model or by hand; models with their figures
create table hotline_category_trees (
  id bigint generated always as identity primary key,
  lines text not null,
  by text not null,
  by_name text not null,
  at timestamptz not null
);
create table hotline_category_models (
  id uuid primary key default gen_random_uuid(),
  agency text not null references agencies (code),
  made_at timestamptz not null,
  figures jsonb not null,
  bytes bytea not null
);
create index hotline_category_models_newest on hotline_category_models (agency, made_at desc);
create table hotline_demand_categories (
  demand uuid primary key references hotline_demands (id),
  agency text not null,
  category text not null,
  suggested text,
  confidence real,
  by_hand boolean not null default false,
  decided_by text,
  decided_at timestamptz
);
create index hotline_demand_categories_by_hand on hotline_demand_categories (agency, decided_at desc) where by_hand;
create index hotline_demand_categories_category on hotline_demand_categories (agency, category text_pattern_ops);

-- step 2: figures are told by category: the facts of before take theirs
update hotline_facts f set category = c.category from hotline_demand_categories c
  where c.demand = f.demand and c.category <> '';
