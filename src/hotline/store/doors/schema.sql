-- step 1: systems of others that bring demands and calls; what they filed; what they are told; calls as the exchange tells them
create table hotline_clients (
  id uuid primary key default gen_random_uuid(),
  agency text not null references agencies (code),
  name text not null,
  kind text not null,
  channel text not null,
  per_minute integer not null,
  key_serial integer not null default 1,
  key_hash text not null unique,
  made_by text not null,
  made_at timestamptz not null,
  revoked_by text,
  revoked_at timestamptz
);
create table hotline_filings (
  demand uuid primary key references hotline_demands (id),
  client uuid not null references hotline_clients (id),
  once text not null,
  fingerprint text not null,
  receipt_sealed text not null,
  filed_at timestamptz not null,
  service text,
  lat double precision,
  long double precision,
  media_url text not null default '',
  unique (client, once)
);
create index hotline_filings_of_client on hotline_filings (client, filed_at desc);
create index hotline_filings_of_service on hotline_filings (filed_at desc, demand) where service is not null;
create table hotline_subscriptions (
  id uuid primary key default gen_random_uuid(),
  client uuid not null references hotline_clients (id),
  address_sealed text not null,
  kinds text[] not null,
  key_serial integer not null default 1,
  made_by text not null,
  made_at timestamptz not null,
  ended_by text,
  ended_at timestamptz
);
create index hotline_subscriptions_of_client on hotline_subscriptions (client) where ended_at is null;
create table hotline_deliveries (
  id uuid primary key default gen_random_uuid(),
  subscription uuid not null references hotline_subscriptions (id),
  demand uuid not null references hotline_demands (id),
  event integer not null,
  state text not null default 'waiting',
  failures integer not null default 0,
  last_failure text,
  made_at timestamptz not null,
  next_try_at timestamptz not null,
  done_at timestamptz,
  unique (subscription, demand, event)
);
create index hotline_deliveries_due on hotline_deliveries (subscription, next_try_at, id) where state = 'waiting';
create index hotline_deliveries_dead on hotline_deliveries (made_at desc, id) where state = 'dead';
create table hotline_calls (
  id uuid primary key default gen_random_uuid(),
  agency text not null references agencies (code),
  call text not null,
  number_sealed text not null,
  same_person text,
  rang_at timestamptz not null,
  answered_at timestamptz,
  answered_by text,
  ended_at timestamptz,
  recording_sealed text,
  demand uuid references hotline_demands (id),
  unique (agency, call)
);
create index hotline_calls_rang on hotline_calls (agency, rang_at desc);
create index hotline_calls_open on hotline_calls (agency, rang_at) where ended_at is null;
-- step 2: calls of the simulator are told apart and never counted
alter table hotline_calls add column simulated boolean not null default false;
