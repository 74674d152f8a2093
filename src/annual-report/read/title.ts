import type { Doubts } from './table/places.ts'

const chineseDigits = '〇一二三四五六七八九'
const yearWords = String.raw`((?:19|20)\s*\d\s*\d|[二2][〇○零Oo0][〇○零一二三四五六七八九]{2})\s*年(?:度)?`
const titled = new RegExp(`^(.*?)${yearWords}(.*?)(?:政府)?信息公开(?:工作)?(?:的)?(?:年度)?(?:工作)?报告`)
const withYear = new RegExp(yearWords)
const yearLess = /^(.*?)(?:政府)?信息公开(?:工作)?年度(?:工作)?报告/
const told = new RegExp(`(?:现|兹)将(.{2,40}?)${yearWords}(.{0,30}?)(?:政府)?信息公开`)

/** Whose report it is and of which year. */
export interface Titled {
  readonly agency: string
  readonly year: number
}

function yearOf(words: string): number {
  const folded = words.replace(/\s/g, '').replace(/[○零Oo]/g, '〇')
  const digits = [...folded].map(digit => (/\d/.test(digit) ? digit : String(chineseDigits.indexOf(digit))))
  return Number(digits.join(''))
}

function clean(agency: string): string {
  return agency
    .replace(/^[\s\-—_|·>#*《“"]+|[\s\-—_|·、,:*》”"]+$/g, '')
    .replace(/(?<=[^\w])\s+(?=[^\w])/g, '')
    .replace(/关于$/, '')
}

/** Is this line the title of a report? */
export function isTitle(line: string): boolean {
  return line.length <= 80 && !/[。;；《]/.test(line) && titled.test(line.normalize('NFKC').trim())
}

/** Agency and year from the lines above 一、 and the document's own title; what is missing is a finding. */
export function readTitle(lines: readonly string[], documentTitle: string, doubts: Doubts): Titled {
  const found =
    fromLines(lines.map(line => line.normalize('NFKC').trim())) ??
    fromLines([documentTitle.normalize('NFKC').trim()])
  const agency = found?.agency ?? ''
  const year = found?.year ?? 0
  if (agency === '')
    doubts.add(
      'form.missing-agency',
      [],
      '没有找到编制机关的名称。标题应写明“某某机关某某年政府信息公开工作年度报告”。',
    )
  if (year === 0)
    doubts.add('form.missing-year', [], '没有找到报告年度。标题应写明“某某年政府信息公开工作年度报告”。')
  return { agency, year }
}

function fromLines(lines: readonly string[]): Titled | undefined {
  for (const [at, line] of lines.entries()) {
    if (line.length > 120 || /[。;《]/.test(line)) continue
    const found = titled.exec(line) ?? brokenTitle(lines.slice(at, at + 3))
    if (found === null) continue
    const [, before = '', year = '', between = ''] = found
    const agency = clean(before) || clean(between) || clean(agencyAbove(lines, at))
    return agency === ''
      ? { agency: fromSentence(lines)?.agency ?? '', year: yearOf(year) }
      : { agency, year: yearOf(year) }
  }
  return fromSentence(lines) ?? withoutYear(lines)
}

/** A title broken over lines, beginning with the line of the year. */
function brokenTitle(lines: readonly string[]): RegExpExecArray | null {
  const whole = lines.join('')
  return withYear.test(lines[0] ?? '') && whole.length < 80 && !/[。;《]/.test(whole)
    ? titled.exec(whole)
    : null
}

function agencyAbove(lines: readonly string[], at: number): string {
  const above = lines.slice(0, at).findLast(line => line !== '') ?? ''
  return above.length <= 40 && !/[。,;>]/.test(above) ? above : ''
}

function fromSentence(lines: readonly string[]): Titled | undefined {
  for (const line of lines) {
    const found = told.exec(line)
    if (found !== null)
      return { agency: clean(found[1] ?? '') || clean(found[3] ?? ''), year: yearOf(found[2] ?? '') }
  }
  return undefined
}

function withoutYear(lines: readonly string[]): Titled | undefined {
  for (const line of lines) {
    const found = line.length > 120 ? null : yearLess.exec(line)
    if (found === null) continue
    const year = withYear.exec(line.slice(found[0].length))?.[1]
    return { agency: clean(found[1] ?? ''), year: year === undefined ? 0 : yearOf(year) }
  }
  return undefined
}
