/**
 * An event of a history: what is told of its kind, with the moment of writing it down, ISO 8601 in UTC, and who did it. `Besides` is
 * what every event of that history tells, as the day that counts in law.
 */
export type Happened<Told, K extends keyof Told, Besides = object> = {
  [Kind in K]: ToldOf<Told, Kind, Besides> & {
    readonly at: string
    readonly by: string
    readonly byName: string
  }
}[K]

/** What an act tells of the event that it appends; who and when are added by the act itself. */
export type ToldOf<Told, K extends keyof Told, Besides = object> = {
  [Kind in K]: Told[Kind] & Besides & { readonly kind: Kind }
}[K]
