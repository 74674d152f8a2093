import { agenciesSeen } from '../../../office/agencies.ts'
import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { csvLine } from '../../../platform/text/csv-line.ts'
import type { Work } from '../../../platform/work.ts'
import { demandChannelLabel, demandTypeLabel, urgencyLabel } from '../../demand.ts'
import { demandStateLabel } from '../../standing.ts'
import { linesOf } from '../../store/lines.ts'
import { matchingIds } from '../../store/queue/walk.ts'
import type { DemandLine } from '../../view.ts'
import { minuteOf, momentOf } from '../../working-time.ts'
import type { QueueAsked } from './queue.ts'

const head = [
  '编号',
  '标题',
  '类型',
  '来源',
  '紧急程度',
  '状态',
  '承办单位',
  '登记时间',
  '办理期限',
  '已逾期',
  '地点',
]

/**
 * All demands that match and that this person may see, the newest first, one row each, as CSV piece by piece: no cap on
 * rows, and no more in memory than a piece. Who the callers are does not stand in it. The export is noted before it begins.
 */
export async function* demandsCsv(
  work: Work,
  { page: _, size: __, ...asked }: QueueAsked,
  { reader, moment }: { readonly reader: Actor; readonly moment: string },
): AsyncGenerator<string> {
  const agencies = (await agenciesSeen(work, reader)).map(({ code }) => code)
  const said = Object.entries(asked).filter(([, value]) => value !== undefined)
  const entry = {
    by: reader.id,
    byName: reader.name,
    agency: null,
    act: 'hotline.export',
    subject: 'demands',
  }
  await audit(work, { ...entry, detail: Object.fromEntries(said) })
  yield `\uFEFF${csvLine(head)}`
  for await (const ids of matchingIds(work, { ...asked, agencies, moment })) {
    const lines = await linesOf(work, ids, moment)
    yield lines.map(lineOfDemand).join('')
  }
}

function lineOfDemand(line: DemandLine): string {
  return csvLine([
    ...[line.number, line.subject, demandTypeLabel[line.type], demandChannelLabel[line.channel]],
    ...[urgencyLabel[line.urgency], demandStateLabel[line.state], line.unitName ?? ''],
    ...[
      inOffice(line.filedAt),
      line.dueAt === null ? '' : inOffice(line.dueAt),
      line.late ? '是' : '否',
      line.place,
    ],
  ])
}

/** The office's clock: 2026-01-20 09:05. */
function inOffice(moment: string): string {
  return momentOf(minuteOf(moment) + 480)
    .slice(0, 16)
    .replace('T', ' ')
}
