/** What decides on which lists of the shelf an item stands, and on which pages it is linked. */
export interface Facets {
  readonly agency: string
  readonly form: string
  readonly duty: string
  readonly series: string
  /** The items that it interprets, repeals or revises. */
  readonly links: readonly string[]
}

/** What a page of the shelf depends on; it is stale once one of its tags has moved. */
export const shelfTag = {
  /** Whatever moves: the newest, the counts. */
  any: 'any',
  item: (item: string) => `item:${item}`,
  /** What hangs together with the item from the other side. */
  links: (item: string) => `links:${item}`,
  agency: (agency: string) => `agency:${agency}`,
  duty: (duty: string) => `duty:${duty}`,
  form: (form: string) => `form:${form}`,
  series: (series: string) => `series:${series}`,
} as const

/**
 * The tags that a move of the item moves; `facets` as it stands now, and as it stood before where that changed; `tied` are
 * the items that hang together with it: a page that shows it no longer has to show it again.
 */
export function tagsOfMove(item: string, facets: readonly Facets[], tied: readonly string[]): string[] {
  const tags = facets.flatMap(({ agency, form, duty, series, links }) => [
    ...[shelfTag.agency(agency), shelfTag.form(form), shelfTag.duty(duty)],
    ...(series === '' ? [] : [shelfTag.series(series)]),
    ...links.map(target => shelfTag.links(target)),
  ])
  return [...new Set([shelfTag.any, shelfTag.item(item), ...tags, ...tied.map(shelfTag.links)])]
}
