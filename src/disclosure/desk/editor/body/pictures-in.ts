/**
 * The pictures that are pasted or dropped as files. Word puts a picture of what was copied beside its words: where there
 * are words, they are what is meant.
 */
export function picturesIn(given: DataTransfer | null): File[] {
  if (given === null) return []
  const html = given.getData('text/html')
  const words = new DOMParser().parseFromString(html, 'text/html').body.textContent.trim()
  return words === '' ? [...given.files].filter(({ type }) => type.startsWith('image/')) : []
}
