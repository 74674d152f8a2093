const digits = '零一二三四五六七八九'
const year = /^(.*?)(\d{4})(年.*)?$/
const plainNumber = /^(\D*?)(\d{1,3})(\D*)$/
const chineseNumber = /^(.*?)([零〇一二三四五六七八九十百]{1,7})([条章节款项号届次批期个年月日点类级].*)?$/

/**
 * The ways of writing a word: a number in it in digits and in Chinese, `第12条` and `第十二条`, `2026年` and
 * `二〇二六年`. A word without a number has one.
 */
export function writingsOf(word: string): string[] {
  return [...new Set([word, ...inChineseNumbers(word), ...inDigits(word)])]
}

function inChineseNumbers(word: string): string[] {
  const asYear = year.exec(word)
  if (asYear !== null && asYear[3] !== undefined) {
    const signs = [...(asYear[2] ?? '')].map(sign => digits[Number(sign)] ?? '').join('')
    return [signs.replaceAll('零', '〇'), signs].map(said => `${asYear[1]}${said}${asYear[3]}`)
  }
  const [, before = '', number, after = ''] = plainNumber.exec(word) ?? []
  return number === undefined || before + after === '' ? [] : [`${before}${inWords(Number(number))}${after}`]
}

function inDigits(word: string): string[] {
  const [, before = '', said = '', after = ''] = chineseNumber.exec(word) ?? []
  if (said === '' || (after === '' && !before.endsWith('第'))) return []
  if (/^[零〇一二三四五六七八九]{4}$/.test(said)) {
    const signs = [...said.replaceAll('〇', '零')].map(sign => digits.indexOf(sign)).join('')
    return [`${before}${signs}${after}`]
  }
  const value = numberSaid(said)
  return value === undefined ? [] : [`${before}${value}${after}`]
}

/** A number below a thousand as it is said. */
function inWords(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10]
  if (number === 0) return '零'
  const low = ones === 0 ? '' : digits[ones]
  const ten =
    tens === 0
      ? hundreds > 0 && ones > 0
        ? '零'
        : ''
      : `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十`
  return `${hundreds === 0 ? '' : `${digits[hundreds]}百`}${ten}${low}`
}

function numberSaid(said: string): number | undefined {
  const found =
    /^(?:([一二三四五六七八九])百)?[零〇]?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(said)
  if (found === null) return undefined
  const [, hundred, tens, ten, one] = found
  const of = (sign: string | undefined) => (sign === undefined ? 0 : digits.indexOf(sign))
  return of(hundred) * 100 + (ten === undefined ? 0 : (of(tens) || 1) * 10) + of(one)
}
