import { type Filter, optionsOf } from '../../../desk/list/column.ts'
import { resultLabel, resultRows } from '../../../statute/taxonomy.ts'
import { applicantKindLabel, channelLabel } from '../../request.ts'
import { foiStateLabel } from '../../standing.ts'
import type { DeskChoices } from '../../view.ts'

const rowLabels: Readonly<Record<string, string>> = {
  received: '本年新收',
  carriedIn: '上年结转',
  ...Object.fromEntries(resultRows.map(row => [row, resultLabel[row]])),
  carriedOut: '结转下年度继续办理',
}

const dueLabels = {
  '-1': '已逾期',
  '0': '今天',
  '3': '3 个工作日内',
  '5': '5 个工作日内',
  '10': '10 个工作日内',
}
/** In the order of urgency; an object would put numbers first. */
const dueOrder = ['-1', '0', '3', '5', '10'] as const

/** The filters of the register, with the people and departments of the agencies that one sees. */
export function registerFilters(agencies: DeskChoices['agencies'], thisYear: number): readonly Filter[] {
  const people = new Map(agencies.flatMap(({ people: all }) => all.map(({ id, name }) => [id, name])))
  const departments = [...new Set(agencies.flatMap(each => each.departments))].toSorted()
  const years = Array.from({ length: 8 }, (_, back) => String(thisYear - back))
  return [
    { key: 'q', label: '查找（编号、申请内容）', kind: 'words' },
    {
      ...{ key: 'state', label: '状态', kind: 'choice' },
      options: [
        { value: 'open', label: '全部在办' },
        ...optionsOf(foiStateLabel),
        { value: 'closed', label: '全部已结' },
      ],
    },
    {
      ...{ key: 'within', label: '期限', kind: 'choice' },
      options: dueOrder.map(value => ({ value, label: dueLabels[value] })),
    },
    {
      ...{ key: 'department', label: '承办处室', kind: 'choice' },
      options: departments.map(value => ({ value, label: value })),
    },
    {
      ...{ key: 'handler', label: '经办人', kind: 'choice' },
      options: [...people].map(([value, label]) => ({ value, label })),
    },
    { key: 'channel', label: '渠道', kind: 'choice', options: optionsOf(channelLabel) },
    { key: 'kind', label: '申请人类别', kind: 'choice', options: optionsOf(applicantKindLabel) },
    { key: 'row', label: '年报表三的行', kind: 'choice', options: optionsOf(rowLabels) },
    {
      ...{ key: 'year', label: '年报年度', kind: 'choice' },
      options: years.map(value => ({ value, label: `${value} 年` })),
    },
    ...(agencies.length > 1 ? [agencyFilter(agencies)] : []),
  ]
}

function agencyFilter(agencies: DeskChoices['agencies']): Filter {
  const options = agencies.map(({ code, name }) => ({ value: code, label: name }))
  return { key: 'agency', label: '机关', kind: 'choice', options }
}
