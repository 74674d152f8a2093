-- step 1: what the queue is narrowed by stands beside where a demand stands; the words by which demands are found, rebuilt by rebuildDemandStandings
alter table hotline_standings
  add type text not null default '',
  add urgency text not null default '';
update hotline_standings s set type = d.type, urgency = d.urgency from hotline_demands d where d.id = s.demand;
alter table hotline_standings alter column type drop default, alter column urgency drop default;
drop index hotline_standings_open;
drop index hotline_standings_of_unit;
drop index hotline_standings_unit_filed;
create index hotline_standings_due on hotline_standings (agency, due_at, filed_at, demand) where due_at is not null;
create index hotline_standings_unit_due on hotline_standings (unit, due_at, filed_at, demand) where due_at is not null;
create index hotline_standings_open on hotline_standings (agency, filed_at desc, demand) where closed_at is null;
create index hotline_standings_unit_open on hotline_standings (unit, filed_at desc, demand) where closed_at is null;
create index hotline_standings_state on hotline_standings (agency, state, filed_at desc, demand);
create index hotline_standings_type on hotline_standings (agency, type, filed_at desc, demand);
create index hotline_standings_hurried on hotline_standings (agency, urgency, filed_at desc, demand) where urgency <> 'ordinary';
create index hotline_standings_unit_filed on hotline_standings (unit, filed_at desc, demand) where unit is not null;
create table hotline_words (
  demand uuid primary key references hotline_demands (id),
  filed_at timestamptz not null,
  words integer[] not null
);
create index hotline_words_words on hotline_words using gin (words) with (fastupdate = off);

-- step 2: the words of the newest demands, in their order
create index hotline_words_filed on hotline_words (filed_at);
