-- step 1: which paper of a demand is which photo of a visit, so that one sent twice is kept once
create table hotline_visit_photos (
  demand uuid not null references hotline_demands (id),
  visit uuid not null,
  place integer not null,
  paper uuid not null references hotline_papers (id),
  primary key (demand, visit, place)
);
