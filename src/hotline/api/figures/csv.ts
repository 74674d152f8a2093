import type { SheetCell } from '../../../web/sheet.ts'
import type { demandsBehind } from '../../act/figures/behind.ts'
import { demandChannelLabel, demandTypeLabel } from '../../demand.ts'
import { demandStateLabel } from '../../standing.ts'

type Line = Awaited<ReturnType<typeof demandsBehind>>['lines'][number]

/** The heads of the list of demands as it is given out. */
export const behindHead = [
  ...['编号', '标题', '类型', '来源', '状态', '承办单位', '地点', '县区、乡镇', '诉求分类'],
  ...['登记时间', '派单时间', '反馈时间', '办结时间'],
]

/** One demand as a row of that list. */
export function behindRow(line: Line): SheetCell[] {
  const { number, subject, type, channel, state, unitName, place, area, category } = line
  return [
    ...[number, subject, demandTypeLabel[type], demandChannelLabel[channel], demandStateLabel[state]],
    ...[
      unitName,
      place,
      area.replace('/', ''),
      category,
      inOffice(line.filedAt),
      inOffice(line.dispatchedAt),
    ],
    ...[inOffice(line.fedBackAt), inOffice(line.closedAt)],
  ]
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

function inOffice(moment: string | null): string | null {
  return moment === null ? null : clock.format(new Date(moment))
}
