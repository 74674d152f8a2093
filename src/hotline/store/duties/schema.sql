-- step 1: who handles what, with days; what was decided on disputed dispatches; what past dispatches taught
create table hotline_duties (
  id uuid primary key default gen_random_uuid(),
  hotline text not null references agencies (code),
  matter text not null check (char_length(matter) between 1 and 200),
  place text not null default '',
  unit text not null references agencies (code),
  basis text not null default '',
  holds_from date not null,
  holds_until date check (holds_until >= holds_from)
);
create index hotline_duties_hotline on hotline_duties (hotline, matter, holds_from);
create table hotline_duty_decisions (
  demand uuid not null references hotline_demands (id),
  number integer not null,
  duty uuid references hotline_duties (id),
  reason text not null,
  by text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (demand, number)
);
create index hotline_events_disputed on hotline_events (at desc, demand) where kind in ('returned', 'arbitrated');
create table hotline_unit_models (
  hotline text primary key references agencies (code),
  model bytea not null,
  evidence jsonb not null,
  learned_from integer not null,
  trained_at timestamptz not null
);
create function a_duty_that_held_is_never_rewritten() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.holds_until is not null
    or (new.hotline, new.matter, new.place, new.unit, new.basis, new.holds_from)
      is distinct from (old.hotline, old.matter, old.place, old.unit, old.basis, old.holds_from) then
    raise exception 'a duty that held is never rewritten';
  end if;
  return new;
end $$;
create trigger a_duty_that_held_is_never_rewritten before update or delete on hotline_duties
  for each row execute function a_duty_that_held_is_never_rewritten();

-- step 2: of the past demands of each category, how many each unit handled, and how that is weighed
alter table hotline_unit_models
  add by_category jsonb not null default '{"counts": {}, "weight": {"byHand": {"words": 1, "category": 0}, "told": {"words": 1, "category": 0}}}';

-- step 3: trainings that somebody asked for; of a hotline one waits at a time
create table hotline_unit_trainings (
  id uuid primary key default gen_random_uuid(),
  hotline text not null references agencies (code),
  by_name text not null,
  asked_at timestamptz not null,
  begun_at timestamptz,
  done_at timestamptz,
  demands integer,
  why text not null default ''
);
create unique index hotline_unit_trainings_waiting on hotline_unit_trainings (hotline) where done_at is null;
create index hotline_unit_trainings_newest on hotline_unit_trainings (hotline, asked_at desc);
