import { type Filter, optionsOf } from '../../../desk/list/column.ts'
import { dutyKindLabel, dutyKinds } from '../../../statute/proactive.ts'
import { itemForms, theForm } from '../../forms.ts'
import { validityLabel } from '../../item.ts'
import { draftStateLabel, shelfStateLabel } from '../../standing.ts'
import type { ItemChoices } from '../../view.ts'

/** The filters of the list of items, with the people and series of the agencies that one sees. */
export function itemFilters(agencies: ItemChoices['agencies']): readonly Filter[] {
  const people = new Map(agencies.flatMap(({ people: all }) => all.map(({ id, name }) => [id, name])))
  const series = [...new Set(agencies.flatMap(each => each.series))].toSorted()
  return [
    { key: 'q', label: '查找（标题、索引号、发文字号）', kind: 'words' },
    {
      ...{ key: 'draft', label: '稿件', kind: 'choice' },
      options: [{ value: 'atWork', label: '全部在办' }, ...optionsOf(draftStateLabel)],
    },
    { key: 'shelf', label: '公开', kind: 'choice', options: optionsOf(shelfStateLabel) },
    {
      ...{ key: 'late', label: '期限', kind: 'choice' },
      options: [{ value: '1', label: '已逾期未公开' }],
    },
    {
      ...{ key: 'form', label: '形式', kind: 'choice' },
      options: itemForms.map(form => ({ value: form, label: theForm(form).label })),
    },
    {
      ...{ key: 'duty', label: '类别（第二十条）', kind: 'choice' },
      options: dutyKinds.map(duty => ({ value: duty, label: dutyKindLabel[duty] })),
    },
    {
      ...{ key: 'handler', label: '经办人', kind: 'choice' },
      options: [...people].map(([value, label]) => ({ value, label })),
    },
    { key: 'validity', label: '有效性', kind: 'choice', options: optionsOf(validityLabel) },
    {
      ...{ key: 'urgent', label: '应急发布', kind: 'choice' },
      options: [{ value: '1', label: '待补作审查' }],
    },
    ...(series.length === 0 ? [] : [seriesFilter(series)]),
    ...(agencies.length > 1 ? [agencyFilter(agencies)] : []),
  ]
}

function seriesFilter(series: readonly string[]): Filter {
  return {
    key: 'series',
    label: '专栏',
    kind: 'choice',
    options: series.map(value => ({ value, label: value })),
  }
}

/** Of several agencies, one. */
export function agencyFilter(agencies: ItemChoices['agencies']): Filter {
  const options = agencies.map(({ code, name }) => ({ value: code, label: name }))
  return { key: 'agency', label: '机关', kind: 'choice', options }
}
