/** Something in a draft that a check noticed: where, what, and what could stand there instead. The text is never altered. */
export interface ItemFinding {
  /** `required`, `personal.idNumber`, `words.severe` … */
  readonly rule: string
  /** A severe one holds publication until it is mended or a second person says why it stays. */
  readonly severity: 'severe' | 'mild'
  /** The field in which it is: `title`, `summary`, `body`, `own.phone`, `attachments.0`. */
  readonly field: string
  /** The words found, and where they begin in the plain text of the field, in characters; absent where it is the field as a whole. */
  readonly at?: { readonly start: number; readonly text: string } | undefined
  /** One Chinese sentence: what is wrong and what to do. */
  readonly message: string
  /** What could stand there instead. */
  readonly proposal?: string | undefined
}
