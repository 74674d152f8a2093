import { type Day, isDay } from '../../../statute/day.ts'

/** What the words of a document say of it, as a proposal. */
export interface WordFacts {
  readonly title?: string
  /** 发文字号. */
  readonly documentNumber?: string
  /** 成文日期. */
  readonly madeOn?: Day
}

const numberWords =
  /[\p{Script=Han}]{2,20}[〔[（(［【]\s*(?:19|20)\d{2}\s*[〕\])）］】]\s*(?:第\s*)?\d{1,5}\s*号/u
const titleEnd =
  /(?:通知|通告|公告|公报|意见|决定|决议|办法|规定|细则|方案|规划|计划|批复|函|通报|报告|纪要|令|预案|指南|目录|清单|制度|解读|问答|说明|名单|公示)(?:（[^）]{1,20}）)?$/
const digits = '〇一二三四五六七八九'

/** Title, document number and day of making as the paragraphs of a document say them, each only where it is found. */
export function factsIn(paragraphs: readonly string[]): WordFacts {
  const lines = paragraphs.map(line => line.replace(/\s+/g, ' ').trim()).filter(line => line !== '')
  const number = lines.slice(0, 15).flatMap(line => numberWords.exec(line) ?? [])[0]
  const title = titleIn(lines.slice(0, 15))
  const madeOn = dayAtTheEnd(lines)
  return {
    ...(title === undefined ? {} : { title }),
    ...(number === undefined ? {} : { documentNumber: number.replace(/\s/g, '') }),
    ...(madeOn === undefined ? {} : { madeOn }),
  }
}

/** The first lines that end as titles do; one that begins with 关于 takes the agency above it. */
function titleIn(lines: readonly string[]): string | undefined {
  for (const [at, line] of lines.entries()) {
    const joined = [line, `${line}${lines[at + 1] ?? ''}`].find(
      each => each.length >= 4 && each.length <= 120 && titleEnd.test(each) && !/[。；！：]/.test(each),
    )
    if (joined === undefined || numberWords.test(line)) continue
    const above = lines[at - 1] ?? ''
    const agency = /(?:政府|办公室|局|委员会|厅|院|处|中心|部)$/.test(above) && above.length <= 40
    return (/^关于/.test(joined) && agency ? `${above}${joined}` : joined).replace(/\s/g, '')
  }
  return undefined
}

/** The last line that is nothing but a day, as papers are signed. */
function dayAtTheEnd(lines: readonly string[]): Day | undefined {
  const found = lines
    .toReversed()
    .slice(0, 40)
    .map(line => dayIn(line.replace(/\s/g, '')))
    .find(day => day !== undefined)
  return found
}

function dayIn(line: string): Day | undefined {
  const [, year = '', month = '', day = ''] =
    /^[（(]?([\d〇○零一二三四五六七八九Oo]{4})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日[）)]?$/.exec(
      line,
    ) ?? []
  const written = `${yearOf(year)}-${twoDigits(month)}-${twoDigits(day)}`
  return isDay(written) ? written : undefined
}

function yearOf(words: string): string {
  return [...words.replace(/[○零Oo]/g, '〇')]
    .map(sign => (/\d/.test(sign) ? sign : String(digits.indexOf(sign))))
    .join('')
}

function twoDigits(words: string): string {
  if (/^\d+$/.test(words)) return words.padStart(2, '0')
  const [tens = '', ones = ''] = words.includes('十') ? words.split('十') : ['零', words]
  const ten = tens === '' ? 1 : tens === '零' ? 0 : digits.indexOf(tens)
  return String(ten * 10 + (ones === '' ? 0 : digits.indexOf(ones))).padStart(2, '0')
}
