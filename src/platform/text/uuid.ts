const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** Is it an id as the database writes them? Anything else is not asked for. */
export function isUuid(text: string): boolean {
  return uuid.test(text)
}
