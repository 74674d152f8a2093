-- step 1: up to which day the year of the demo's hotline is told; while it has not ended, the next start goes on with it
create table demo_years (
  until date primary key,
  ended_at timestamptz
);
