-- step 1: callbacks that are asked by a message with a link: where each message stands; of the link nothing is kept, since it is signed
create table hotline_callback_messages (
  id uuid primary key default gen_random_uuid(),
  demand uuid not null references hotline_demands (id),
  agency text not null references agencies (code),
  fed_back integer not null,
  made_by_name text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null default 'waiting',
  failures integer not null default 0,
  last_failure text,
  next_try_at timestamptz not null,
  handed_at timestamptz,
  used_at timestamptz
);
create index hotline_callback_messages_of on hotline_callback_messages (demand, made_at desc);
create index hotline_callback_messages_due on hotline_callback_messages (next_try_at, id) where state = 'waiting';
create index hotline_callback_messages_list on hotline_callback_messages (agency, made_at desc, id);

-- step 2: messages that the rules of sampling send, at most one for a feedback; unanswered ones that went to the telephone; the way of each callback, decided once
alter table hotline_callback_messages
  add by_itself boolean not null default false,
  add moved_at timestamptz;
create unique index hotline_callback_messages_once on hotline_callback_messages (demand, fed_back) where by_itself;
create index hotline_callback_messages_unanswered on hotline_callback_messages (made_at)
  where used_at is null and moved_at is null and state = 'handed';
create table hotline_callback_ways (
  demand uuid not null references hotline_demands (id),
  fed_back_at timestamptz not null,
  second boolean not null,
  way text not null,
  why text not null,
  decided_at timestamptz not null,
  primary key (demand, fed_back_at, second)
);
create index hotline_standings_to_call_back on hotline_standings (fed_back_at, demand) where state in ('fedBack', 'calledBack') and to_be_called_back;
