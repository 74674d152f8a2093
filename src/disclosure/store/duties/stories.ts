import { type RawBuilder, sql } from 'kysely'
import { dayIn } from '../own-day.ts'

/** The forms of what is disclosed through another channel and stands on the portal as well. */
const storyForms = ['story', 'pressConference', 'interview'] as const

/** Is it of such a form? `form` is the column. */
export function isStory(form: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`${form} = any(${[...storyForms]}::text[])`
}

/** The channel of such an item, whose standing is `s`. */
export const channelOfStory = sql<string>`case s.form when 'pressConference' then 'pressConference'
  when 'interview' then 'interview' else 'newspaper' end`

/** The day on which it was printed or held, else the day of its making; its edition is `e`, its standing `s`. */
export const dayOfStory = sql<string>`coalesce(${dayIn(sql`(e.content->'own'->>'heldOn')`)},
  ${dayIn(sql`(e.content->'own'->>'printedOn')`)}, s.made_on)`
