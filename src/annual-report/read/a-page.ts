import { type AnnualReport, type FormRow, formRows, remedyColumns, remedyGroups } from '../form.ts'
import { rowLabel } from '../labels.ts'

/** A builder for tests: how a published page may differ from the printed form. */
export interface PageHabits {
  /** How a number is written. */
  readonly number: (value: number) => string
  /** How a label is written. */
  readonly label: (text: string) => string
  /** Table 3 is cut in two before this row. */
  readonly cutBefore?: FormRow
  /** The heading cells are not merged and stand in one row. */
  readonly oneHeaderRow?: boolean
  /** The cells stand one a line, without a table. */
  readonly flattened?: boolean
}

/** The form as printed. */
export const asPrinted: PageHabits = { number: String, label: text => text }

type Cell = readonly [text: string, colspan?: number, rowspan?: number]

const groupOf = {
  withheld: '(三)不予公开',
  unavailable: '(四)无法提供',
  unprocessed: '(五)不予处理',
  closed: '(六)其他处理',
}
const heads: Readonly<Record<string, string>> = {
  received: '一、',
  carriedIn: '二、',
  granted: '(一)',
  partlyGranted: '(二)',
  closed: '(六)',
  resultTotal: '(七)',
  carriedOut: '四、',
}

function tableOf(rows: readonly (readonly Cell[])[], { flattened, label }: PageHabits): string {
  if (flattened) return rows.flatMap(row => row.map(([text]) => `<p>${label(text)}</p>`)).join('\n')
  const cell = ([text, colspan = 1, rowspan = 1]: Cell) =>
    `<td colspan="${colspan}" rowspan="${rowspan}"><p><span>${label(text)}</span></p></td>`
  return `<table>${rows.map(row => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</table>`
}

function namesIn(report: AnnualReport): readonly FormRow[] {
  return formRows.flatMap(row => {
    if (report.applications.closed === undefined) return [row]
    return row === 'closed.uncorrected' ? ['closed' as const] : row.startsWith('closed.') ? [] : [row]
  })
}

function headerOf(habits: PageHabits): readonly (readonly Cell[])[] {
  const note: Cell = ['(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)', 3, 3]
  const organisations: readonly Cell[] = [
    ['商业企业'],
    ['科研机构'],
    ['社会公益组织'],
    ['法律服务机构'],
    ['其他'],
  ]
  return habits.oneHeaderRow
    ? [[[''], [''], [''], ['自然人'], ...organisations, ['总计']]]
    : [
        [note, ['申请人情况', 7]],
        [
          ['自然人', 1, 2],
          ['法人或其他组织', 5],
          ['总计', 1, 2],
        ],
        organisations,
      ]
}

function applications(report: AnnualReport, habits: PageHabits): string {
  const names = namesIn(report)
  const results = names.filter(row => !['received', 'carriedIn', 'carriedOut'].includes(row))
  const begun = new Set<string>()
  const body = names.map((name): readonly Cell[] => {
    const numbers = (report.applications[name] ?? []).map(
      (value): Cell => [value === null ? '' : habits.number(value)],
    )
    const [family = '', ground] = name.split('.')
    const text = `${heads[name] ?? ''}${rowLabel[name]}`
    if (!results.includes(name)) return [[text, 3], ...numbers]
    const first: readonly Cell[] = name === 'granted' ? [['三、本年度办理结果', 1, results.length]] : []
    if (ground === undefined) return [...first, [text, 2], ...numbers]
    const size = results.filter(row => row.startsWith(`${family}.`)).length
    const group: readonly Cell[] = begun.has(family)
      ? []
      : [[groupOf[family as keyof typeof groupOf], 1, size]]
    begun.add(family)
    const order = results.filter(row => row.startsWith(`${family}.`)).indexOf(name) + 1
    return [...group, [`${order}.${text}`], ...numbers]
  })
  const header = headerOf(habits)
  const cut = habits.cutBefore === undefined ? body.length : names.indexOf(habits.cutBefore)
  const second = cut < body.length ? tableOf(body.slice(cut), habits) : ''
  return tableOf([...header, ...body.slice(0, cut)], habits) + second
}

function proactive({ proactive: said }: AnnualReport, habits: PageHabits): string {
  const cell = (value: number | null): Cell => [value === null ? '' : habits.number(value)]
  const wide = (value: number | null): Cell => [value === null ? '' : habits.number(value), 3]
  const issuance = (one: AnnualReport['proactive']['regulations']) => [
    cell(one.issued),
    cell(one.repealed),
    cell(one.inForce),
  ]
  const decided: readonly Cell[] = [['信息内容'], ['本年处理决定数量', 3]]
  return tableOf(
    [
      [['第二十条第(一)项', 4]],
      [['信息内容'], ['本年制发件数'], ['本年废止件数'], ['现行有效件数']],
      [['规章'], ...issuance(said.regulations)],
      [['行政规范性文件'], ...issuance(said.normativeDocuments)],
      ...([[['第二十条第(五)项', 4]], decided, [['行政许可'], wide(said.licensing)]] as const),
      ...([
        [['第二十条第(六)项', 4]],
        decided,
        [['行政处罚'], wide(said.penalties)],
        [['行政强制'], wide(said.coercion)],
      ] as const),
      ...([
        [['第二十条第(八)项', 4]],
        [['信息内容'], ['本年收费金额(单位:万元)', 3]],
        [['行政事业性收费'], wide(said.feesWan)],
      ] as const),
    ],
    habits,
  )
}

function remedies(report: AnnualReport, habits: PageHabits): string {
  const five = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const numbers = remedyGroups.flatMap(group =>
    remedyColumns.map((column): Cell => {
      const value = report.remedies[group][column]
      return [value === null ? '' : habits.number(value)]
    }),
  )
  return tableOf(
    [
      [
        ['行政复议', 5],
        ['行政诉讼', 10],
      ],
      [...five.map((text): Cell => [text, 1, 2]), ['未经复议直接起诉', 5], ['复议后起诉', 5]],
      [...five, ...five].map((text): Cell => [text]),
      numbers,
    ],
    habits,
  )
}

/** The page of a report, as an office with these habits would publish it. */
export function aPage(report: AnnualReport, habits: PageHabits = asPrinted): string {
  const prose = (text: string) =>
    text
      .split('\n')
      .map(line => `<p>&nbsp;&nbsp;${line}</p>`)
      .join('')
  const { overview, problems, otherMatters } = report.narrative
  return `<html><head><meta charset="utf-8"><title>年报</title><style>td{}</style></head><body>
<h1>${report.agency}${report.year}年政府信息公开工作年度报告</h1>
<p>一、总体情况</p>${prose(overview)}<p>二、主动公开政府信息情况</p>${proactive(report, habits)}
<p>三、收到和处理政府信息公开申请情况</p>${applications(report, habits)}
<p>四、政府信息公开行政复议、行政诉讼情况</p>${remedies(report, habits)}
<p>五、存在的主要问题及改进情况</p>${prose(problems)}<p>六、其他需要报告的事项</p>${prose(otherMatters)}</body></html>`
}
