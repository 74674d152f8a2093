/** What a cell of a table says: a number, nothing, or words that are not a number. */
export type CellReading =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'impossible' }

const blank = { kind: 'blank' } as const
const unreadable = { kind: 'unreadable' } as const
const impossible = { kind: 'impossible' } as const
const largest = 1_000_000_000_000

const shape =
  /^([+\-−–]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(?:(件次|件|条|个|次|项|宗|起|部|份|人次|万元|元)(?:人民币)?)?$/

/**
 * The number in a cell: full-width digits, thousands separators and units are understood.
 * A count is whole and not negative; `wan` reads an amount in 万元 and turns 元 into it.
 */
export function cellNumber(text: string, unit: 'count' | 'wan' = 'count'): CellReading {
  if (/^\d{1,12}$/.test(text)) return { kind: 'number', value: Number(text) }
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
  if (plain === '') return blank
  const found = shape.exec(plain.replace(/ (?=[件条个次项宗起部份人万元])/g, ''))
  if (found === null) return unreadable
  const [, sign, whole = '', decimals, unitSaid] = found
  if (sign !== '' && sign !== '+') return impossible
  const digits = whole.replaceAll(',', '')
  const value = Number(decimals === undefined ? digits : `${digits}.${decimals}`)
  if (value > largest) return impossible
  return unit === 'wan' ? amount(value, digits, decimals, unitSaid) : count(value, unitSaid)
}

function count(value: number, unitSaid: string | undefined): CellReading {
  if (unitSaid === '万元' || unitSaid === '元') return unreadable
  return Number.isInteger(value) ? { kind: 'number', value } : impossible
}

function amount(value: number, digits: string, decimals = '', unitSaid: string | undefined): CellReading {
  if (unitSaid === undefined || unitSaid === '万元') return { kind: 'number', value }
  if (unitSaid !== '元') return unreadable
  const padded = digits.padStart(5, '0')
  return { kind: 'number', value: Number(`${padded.slice(0, -4)}.${padded.slice(-4)}${decimals}`) }
}

/** Is this text one cell's number, or an explicit blank? Tells data from labels in a flattened table. */
export function isNumberCell(text: string): boolean {
  return cellNumber(text).kind !== 'unreadable' || cellNumber(text, 'wan').kind !== 'unreadable'
}
