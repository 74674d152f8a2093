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
