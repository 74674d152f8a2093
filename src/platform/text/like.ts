/** A text as LIKE takes it for itself: its signs for any character and any text stand for nothing else. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
