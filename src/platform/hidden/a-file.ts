import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A PDF of one page of A4 as a test writes it by hand: what its page draws, and what else the file holds. */
export function aPdf(
  content: string,
  more: {
    readonly pages?: number
    readonly catalog?: string
    readonly page?: string
    readonly objects?: readonly string[]
  } = {},
): Uint8Array {
  const { pages = 1, catalog = '', page = '', objects = [] } = more
  const own = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages} /Kids [${'3 0 R '.repeat(pages)}] >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${page} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...objects,
  ]
  let file = '%PDF-1.7\n'
  const places = own.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const start = file.length
  const rows = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${own.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${own.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return strToU8(file, true)
}

/** A packed file with some of its parts changed. */
export function repacked(
  bytes: Uint8Array,
  change: Readonly<Record<string, (old: string) => string>>,
): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, anew] of Object.entries(change)) {
    parts[name] = strToU8(anew(strFromU8(parts[name] ?? new Uint8Array())))
  }
  return zipSync(parts)
}
