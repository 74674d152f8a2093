/**
 * One writing for every way in which a document number 文号 is written, so that paper in hand finds its document:
 * brackets of all kinds and their absence, full width, spaces, 第 and 号. `云建发[2026] 第03号` becomes `云建发2026-3`; an order 令 has no year.
 * Null where the text holds no number of that make.
 */
export function documentKey(text: string): string | null {
  const folded = text.normalize('NFKC').replace(/\s+/g, '')
  const found = /^(.{1,30}?)[[({〔【［（]?((?:19|20)\d{2})[\])}〕】］）]?年?第?0*(\d{1,6})号?$/u.exec(folded)
  const [, word, year, number] = found ?? []
  if (word !== undefined) return `${word.toLowerCase()}${year}-${number}`
  const [, order, count] = /^(.{1,30}令)第?0*(\d{1,6})号?$/u.exec(folded) ?? []
  return order === undefined ? null : `${order}-${count}`
}
