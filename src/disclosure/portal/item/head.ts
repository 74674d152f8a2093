import type { Day } from '../../../statute/day.ts'
import { inChinese } from '../../../statute/day.ts'
import { dutyKindLabel } from '../../../statute/proactive.ts'
import { formOf, theForm } from '../../forms.ts'
import { validityLabel } from '../../item.ts'
import type { ShelfItem } from '../../store/shelf/item.ts'

/** 有效性 of what is shown, on this day, in words; null for forms that are not in force or repealed. */
export function validityOf(
  { shown, endings }: Pick<ShelfItem, 'shown' | 'endings'>,
  today: Day,
): string | null {
  const { form, own } = shown.content
  if (theForm(form).inForce !== true) return null
  const last = endings.at(-1)
  if (last !== undefined) {
    const label = validityLabel[last.validity]
    const by = `（依据：${last.byWords}）`
    return last.endsOn > today
      ? `有效，自${inChinese(last.endsOn)}起${label.replace('已', '')}${by}`
      : `${label}，自${inChinese(last.endsOn)}起${by}`
  }
  const until = ranOut(shown, today)
  if (until !== undefined) return `${validityLabel.expired}（有效期至${until}）`
  const from = own.effectiveOn
  return from !== undefined && from > today
    ? `${validityLabel.inForce}（${dayWords(from)}起施行）`
    : validityLabel.inForce
}

/** The last day of what ran out by its own words, as it is written; undefined where it did not. */
export function ranOut({ content: { form, own } }: ShelfItem['shown'], today: Day): string | undefined {
  const until = theForm(form).inForce === true ? own.expiresOn : undefined
  return until !== undefined && until !== '' && until < today ? dayWords(until) : undefined
}

/** Does what is shown hold on this day: neither ended by another nor run out? */
export function isInForce({ shown, endings }: Pick<ShelfItem, 'shown' | 'endings'>, today: Day): boolean {
  const last = endings.at(-1)
  return last === undefined ? ranOut(shown, today) === undefined : last.endsOn > today
}

/** The head table of an item, in the order in which government sites carry it; what is empty is left out. */
export function headOf(item: ShelfItem, today: Day): (readonly [label: string, value: string])[] {
  const { head, shown } = item
  const { content } = shown
  const makers = [head.agencyName, ...content.jointMakers].join('、')
  const rows: (readonly [string, string | null])[] = [
    ...([
      ['索引号', head.indexNumber],
      ['主题分类', content.theme],
      ['发布机构', makers],
    ] as const),
    ['成文日期', content.madeOn === null ? null : inChinese(content.madeOn)],
    ...([
      ['发文字号', content.documentNumber],
      ['有效性', validityOf(item, today)],
    ] as const),
    ['公开日期', inChinese(head.firstPublishedOn ?? shown.publishedOn)],
    ...([
      ['名称', content.title],
      ['主题词', content.keywords.join('、')],
    ] as const),
    ...([
      ['类别', dutyKindLabel[content.duty]],
      ['体裁', content.genre],
    ] as const),
    ...([
      ['形式', formOf[content.form].label],
      ['专栏', content.series],
    ] as const),
  ]
  return rows.flatMap(([label, value]) => (value === null || value === '' ? [] : [[label, value] as const]))
}

/** The fields that only this form has, as they are shown. */
export function ownOf({ shown }: Pick<ShelfItem, 'shown'>): (readonly [label: string, value: string])[] {
  const { form, own } = shown.content
  return theForm(form).fields.flatMap(({ key, label, kind }) => {
    const value = own[key] ?? ''
    if (value === '') return []
    return [[label, kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayWords(value) : value] as const]
  })
}

function dayWords(value: string): string {
  const [year, month, date] = value.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
