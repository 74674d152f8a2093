/** Which roll-up this is, for the cache. */
export function rollUpKey(agency: string, year: number) {
  return ['roll-up', agency, year] as const
}
