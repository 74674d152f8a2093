/** A number of a cell: `1,234.50`, `12`, `-3`; undefined where it is none; a blank or a dash is zero. */
export function cellNumber(text: string): number | undefined {
  const plain = text.replace(/[\s,，]/g, '')
  if (/^(?:|-|—+|－|\/|无)$/.test(plain)) return 0
  const [, number] = /^(-?\d+(?:\.\d+)?)(?:万元|亿元|元|件|个|项|人|户|%)?$/.exec(plain) ?? []
  return number === undefined || plain.endsWith('%') ? undefined : Number(number)
}

/** How many decimals a cell shows. */
export function decimalsOf(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0
}

const worth: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000, 千元: 1_000 }

/** An amount of money in 元, by its unit. */
export function inYuan(number: number, unit: string): number | undefined {
  const factor = worth[unit]
  return factor === undefined ? undefined : number * factor
}

/** A number as a text would write it, with at most so many decimals. */
export function written(number: number, decimals: number): string {
  return number
    .toFixed(decimals)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
}
