import { sql } from 'kysely'

/** A message about the last feedback that may still be answered before the telephone's turn. */
const hasMessage = sql<boolean>`exists (select 1 from hotline_callback_messages m where m.demand = s.demand
  and m.made_at >= s.fed_back_at and m.used_at is null and m.moved_at is null and m.state in ('waiting', 'handed'))`

/** Somebody is to be asked: for the first time, or a second time by a message of the rule. */
const isDue = sql<boolean>`s.to_be_called_back and s.closed_at is null and (s.state = 'fedBack'
  or (s.state = 'calledBack' and s.call_backs = 1 and exists (select 1 from hotline_callback_ways w
    where w.demand = s.demand and w.fed_back_at = s.fed_back_at and w.second and w.way = 'message')))`

/** Conditions on a row of `hotline_standings s`: whose caller is to be asked by telephone, and who has a message that waits for him. */
export const dueBy = {
  phone: sql<boolean>`s.state in ('fedBack', 'calledBack') and ${isDue} and not ${hasMessage}`,
  message: sql<boolean>`s.state in ('fedBack', 'calledBack') and ${isDue} and ${hasMessage}`,
} as const
