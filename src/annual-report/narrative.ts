import { proseNumber, proseValue } from '../statute/prose-number.ts'
import type { AssertedTopic, Assertion } from './finding.ts'
import { type Narrative, narrativeSections } from './form.ts'

const rounded = `(约|近|逾|超过?|大约|将近)?`
const tail = String.raw`\s*(余|多|左右)?\s*`
const pieces = '(?:件次?|份|条|项|宗|起|次|个(?!工作日|自然日|月|小时|部门|单位|方面)|篇|人次)'
const figure = `${rounded}\\s*${proseNumber}${tail}`
const gap = (most: number) => String.raw`[^\d零〇一二两三四五六七八九十百千,。;]{0,${most}}?`

interface Pattern {
  readonly topic: AssertedTopic
  readonly words: RegExp
  /** Words that say that something else is counted. */
  readonly unless?: RegExp
  /** Words anywhere in the sentence that say the same. */
  readonly unlessAnywhere?: RegExp
  /** Words without which the sentence speaks of something else. */
  readonly needs?: RegExp
}

const otherBusiness = /许可|投诉|复议|诉讼|举报|信访|诉求|留言|咨询|来信|提案|议案|意见建议|热线|工单/
const partOnly = /本级|其中|通过|网络|信函|当面|邮寄|现场|线上|线下|自然人|法人|企业/
const partOrOther = new RegExp(`${otherBusiness.source}|${partOnly.source}`)
const requests =
  /予以公开.*(?:不予公开|无法提供|不予处理)|依申请|信息公开|公开申请|^(?!.*(?:许可|诉求|信访|投诉|提案)).*申请/
/** The office as the one who decides reconsiderations, or cases about other matters. */
const otherSide = /复议机关|复议机构|审结|应诉案件|无关/
const result = (topic: AssertedTopic, words: string): Pattern => ({
  topic,
  words: new RegExp(`${words}(?:的)?(?:政府信息)?(?:申请)?(?:共|有|为|:)?${figure}${pieces}`),
  unless: otherBusiness,
  needs: requests,
})

const patterns: readonly Pattern[] = [
  {
    topic: 'received',
    words: new RegExp(`(?:收到|接收|接到|受理|新收)${gap(24)}申请${gap(10)}${figure}${pieces}`),
    unless: partOrOther,
  },
  {
    topic: 'received',
    words: new RegExp(`(?:收到|接收|接到|受理|新收)${gap(8)}${figure}${pieces}[^,。;]{0,16}申请`),
    unless: partOrOther,
  },
  {
    topic: 'received',
    words: new RegExp(
      `(?:信息公开|依申请公开)(?:的)?申请(?:总数|数量|总量|件数)(?:共计|共|为)?${figure}${pieces}`,
    ),
    unless: partOrOther,
  },
  {
    topic: 'carriedIn',
    words: new RegExp(`上(?:一)?年度?(?:的)?结转${gap(14)}${figure}${pieces}`),
    unless: otherBusiness,
  },
  {
    topic: 'carriedOut',
    words: new RegExp(`结转(?:至|到)?(?:下|次)(?:一)?年度?${gap(12)}${figure}${pieces}`),
    unless: otherBusiness,
  },
  {
    topic: 'carriedOut',
    words: new RegExp(`${figure}${pieces}(?:申请)?(?:需|将|已)?结转(?:至|到)?(?:下|次)(?:一)?年`),
    unless: otherBusiness,
  },
  {
    topic: 'concluded',
    words: new RegExp(
      `(?:办结|答复(?!书|率|期限|时限)|办理完结)(?:完毕|申请人)?${gap(14)}${figure}${pieces}`,
    ),
    unless: new RegExp(`${partOrOther.source}|工作日内|当日|当场`),
    needs: requests,
  },
  result('granted', '予以公开'),
  result('partlyGranted', '部分公开'),
  result('withheld', '不予公开'),
  result('unavailable', '无法提供'),
  result('unprocessed', '不予处理'),
  {
    topic: 'reconsideration',
    words: new RegExp(
      `复议(?:案件?|申请)?(?!后|机关|决定|维持|纠正)(?:共|共计|为|数量|总数|数)?${figure}(?:件|起|宗|次)`,
    ),
    unless: /直接|复议后|其中|受理|应诉|审理/,
    unlessAnywhere: otherSide,
  },
  {
    topic: 'reconsideration',
    words: new RegExp(`${figure}(?:件|起|宗|次)(?:因?政府信息公开(?:引发|引起)?(?:的)?)?行政复议`),
    unless: /直接|复议后|其中|受理|应诉|审理/,
    unlessAnywhere: otherSide,
  },
  {
    topic: 'litigation',
    words: new RegExp(`诉讼(?:案件?)?(?:共|共计|为|数量|总数|数)?${figure}(?:件|起|宗|次)`),
    unless: /直接|复议后|其中|受理|应诉|审理/,
    unlessAnywhere: otherSide,
  },
  {
    topic: 'litigation',
    words: new RegExp(`${figure}(?:件|起|宗|次)(?:因?政府信息公开(?:引发|引起)?(?:的)?)?行政诉讼`),
    unless: /直接|复议后|其中|受理|应诉|审理/,
    unlessAnywhere: otherSide,
  },
  ...(['reconsideration', 'litigation'] as const).map(topic => ({
    topic,
    words: new RegExp(
      `行政复议(?:案件)?(?:、|和|及|与|以及)行政诉讼(?:案件)?(?:数量|数)?均(?:为)?${figure}(?:件|起|宗)`,
    ),
    unlessAnywhere: otherSide,
  })),
  {
    topic: 'feesWan',
    words: new RegExp(`行政事业性收费(?:项目)?(?:金额|总额|收入|共计|合计|共|为)*${figure}元`),
  },
  { topic: 'processingFeeYuan', words: new RegExp(`信息处理费(?:用)?${gap(10)}${figure}(?:人民币)?元`) },
  {
    topic: 'disclosed',
    words: new RegExp(`主动公开(?:的)?(?:各类|各项)?(?:政府|政务)?信息${gap(6)}${figure}(?:条|件|篇|项|份)`),
    unless: /其中/,
  },
]

const not = '(?:没有|未曾?|并未|均未|尚未|无|零)'
const denials: readonly Pattern[] = [
  {
    topic: 'received',
    words: new RegExp(`${not}(?:收到|接到|接收|受理|新收)[^,。;]{0,24}申请`),
    unless: new RegExp(`${otherBusiness.source}|涉及|针对|其中`),
  },
  {
    topic: 'received',
    words:
      /(?:^|,|年度?|[本我](?:机关|单位|局|委|办|厅|镇|乡|街道|县|区|市))(?:没有|无)(?:新收)?(?:依申请公开|政府信息公开申请)(?:事项|件|申请|情况)*[。;]?$/,
    unless: otherBusiness,
  },
  { topic: 'carriedIn', words: new RegExp(`${not}[^,。;]{0,4}上(?:一)?年度?结转`), unless: otherBusiness },
  {
    topic: 'carriedOut',
    words: new RegExp(`${not}[^,。;]{0,6}结转(?:至|到)?(?:下|次)(?:一)?年`),
    unless: otherBusiness,
  },
  {
    topic: 'reconsideration',
    words: new RegExp(`${not}(?!经)[^,。;]{0,20}复议(?!后)`),
    unless: /维持|纠正|审结|撤销/,
  },
  {
    topic: 'litigation',
    words: new RegExp(`${not}(?!经)[^,。;]{0,28}诉讼`),
    unless: /维持|纠正|审结|撤销|未经/,
  },
  {
    topic: 'processingFeeYuan',
    words: new RegExp(`${not}[^,。;]{0,20}(?:信息处理费|申请公开收费|信息公开收费)`),
  },
  { topic: 'processingFeeYuan', words: new RegExp(`${not}[^,。;]{0,6}收取[^,。;]{0,12}费`), needs: requests },
]

/**
 * What the prose asserts in numbers of this year, each with its sentence; a denial (没有收到…) asserts zero.
 * What it says of another year is left out; with year 0 nobody knows, and all years count.
 */
export function assertionsIn(narrative: Narrative, year = 0): Assertion[] {
  return narrativeSections.flatMap(section =>
    narrative[section]
      .split(/(?<=[。;；!?！？])|\n/)
      .flatMap(sentence => (sentence.length > 2_000 ? [] : inSentence(sentence.trim(), section, year))),
  )
}

function inSentence(sentence: string, section: Assertion['section'], year: number): Assertion[] {
  const plain = sentence
    .normalize('NFKC')
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/(?<=\d)\s+(?=\d)/g, ' ')
  if (/^其中/.test(plain) || !/申请|予以公开|复议|诉讼|处理费|费用|主动公开|结转|收费/.test(plain)) return []
  const found: Assertion[] = []
  let before = ''
  for (const clause of plain.split(',')) {
    for (const one of inClause(clause, plain))
      if (isOfYear(before + clause.slice(0, one.end), year))
        add(found, { topic: one.topic, value: one.value, approximate: one.approximate, section, sentence })
    before += `${clause},`
  }
  return found
}

interface Said {
  readonly topic: AssertedTopic
  readonly value: number
  readonly approximate: boolean
  /** Where in the clause it ends. */
  readonly end: number
}

function inClause(clause: string, sentence: string): readonly Said[] {
  const denied = denials.flatMap((pattern): Said[] => {
    const match = says(pattern, clause, sentence)
    return match ? [{ topic: pattern.topic, value: 0, approximate: false, end: endOf(match) }] : []
  })
  const counted = patterns.flatMap((pattern): Said[] => {
    const match = says(pattern, clause, sentence)
    const value = match && saidValue(pattern.topic, match)
    if (!match || value === undefined) return []
    return [{ topic: pattern.topic, value, approximate: isRounded(pattern.topic, match), end: endOf(match) }]
  })
  return [...denied, ...counted]
}

/** 约, 余 round, and so does a count written in 万 or 亿; an amount of fees is kept in 万元. */
function isRounded(topic: AssertedTopic, [, before, number = '', after]: RegExpExecArray): boolean {
  const unit = number.trim().at(-1)
  return Boolean(before ?? after) || unit === '亿' || (unit === '万' && topic !== 'feesWan')
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length
}

/** The year named last before a number is the one that it belongs to. */
function isOfYear(before: string, year: number): boolean {
  const named = [...before.matchAll(/(20\d\d)年|(去年|上年(?!度?(?:的)?结转)|上一年(?!度?(?:的)?结转))/g)].at(
    -1,
  )
  if (named === undefined || year === 0) return true
  return named[1] !== undefined && Number(named[1]) === year
}

function says(
  { words, unless, unlessAnywhere, needs }: Pattern,
  clause: string,
  sentence: string,
): RegExpExecArray | undefined {
  const match = words.exec(clause)
  if (match === null || (needs !== undefined && !needs.test(sentence))) return undefined
  if (unless?.test(clause.slice(0, endOf(match))) || unlessAnywhere?.test(sentence)) return undefined
  return match
}

function saidValue(topic: AssertedTopic, match: RegExpExecArray): number | undefined {
  const value = proseValue(match[2] ?? '')
  if (value === undefined) return undefined
  if (topic === 'feesWan') return Number((value / 10_000).toFixed(6))
  return topic === 'processingFeeYuan' || Number.isInteger(value) ? value : undefined
}

/** A number said twice in one sentence is one assertion; a denial beside a number gives way to it. */
function add(found: Assertion[], one: Assertion): void {
  const same = found.findIndex(other => other.topic === one.topic)
  if (same < 0) found.push(one)
  else if (found[same]?.value === 0 && one.value > 0) found[same] = one
}
