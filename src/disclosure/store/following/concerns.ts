import type { Following, Moved } from '../../subscription.ts'
import { askedFor } from '../search/asked.ts'
import { finds } from '../search/finds.ts'

/** Does this movement concern who follows this? Words are found as the search finds them, in attachments too. */
export function concerns(following: Following, moved: Moved): boolean {
  const { item, agency, form, duty, series } = following
  if (item !== undefined) return item === moved.item
  const { content } = moved
  if (agency !== undefined && agency !== moved.agency) return false
  if (form !== undefined && form !== content.form) return false
  if (duty !== undefined && duty !== content.duty) return false
  if (series !== undefined && series !== content.series) return false
  return following.q === undefined || finds(askedFor(following.q), moved)
}
