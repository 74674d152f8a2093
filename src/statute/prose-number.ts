const digits = '零一二三四五六七八九'
const steps: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 }

/** A number as prose writes it, as part of a pattern: 1,234、42.2万、二十三. */
export const proseNumber = String.raw`(\d[\d,]*(?:\.\d+)?\s*[万亿]?|[零〇一二两三四五六七八九十百千万]+)`

/** The value of a number in prose; undefined where the words are no number. */
export function proseValue(words: string): number | undefined {
  const plain = words.replace(/[\s,]/g, '')
  const found = /^(\d+)(?:\.(\d+))?([万亿]?)$/.exec(plain)
  if (found === null) return chineseValue(plain)
  const [, whole = '', decimals = '', unit] = found
  const places = unit === '亿' ? 8 : unit === '万' ? 4 : 0
  if (decimals.length <= places) return Number(whole + decimals.padEnd(places, '0'))
  return Number(`${whole}${decimals.slice(0, places)}.${decimals.slice(places)}`)
}

/** 二十三, 一百零五, 三千, 二万三千, 二〇二三. */
function chineseValue(words: string): number | undefined {
  const plain = words.replaceAll('两', '二').replaceAll('〇', '零')
  const [before = '', after] = plain.split('万')
  if (after !== undefined) {
    const left = chineseValue(before)
    const right = after === '' ? 0 : chineseValue(after)
    return left === undefined || right === undefined ? undefined : left * 10_000 + right
  }
  if (plain === '' || !/^[零一二三四五六七八九十百千]+$/.test(plain)) return undefined
  if (!/[十百千]/.test(plain)) return Number([...plain].map(digit => digits.indexOf(digit)).join(''))
  let sum = 0
  let digit = 0
  for (const [at, sign] of [...plain].entries()) {
    const step = steps[sign]
    if (step === undefined) digit = digits.indexOf(sign)
    else {
      sum += (digit === 0 && at === 0 ? 1 : digit) * step
      digit = 0
    }
  }
  return sum + digit
}
