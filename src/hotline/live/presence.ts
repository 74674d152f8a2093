/** So often a page that is open and visible says so. */
export const presenceSeconds = 25
/** Whoever did not say so for this long has gone. */
export const goneSeconds = 60

/** Somebody else who has a demand open. */
export interface Present {
  readonly name: string
  /** Is he filling in a form of it? */
  readonly writing: boolean
}
