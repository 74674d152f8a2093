import { agenciesSeen } from '../../../office/agencies.ts'
import type { Actor } from '../../../office/roles.ts'
import { csvLine } from '../../../platform/text/csv-line.ts'
import type { Work } from '../../../platform/work.ts'
import type { Refusal } from '../../../statute/refusal.ts'
import { demandChannelLabel, demandTypeLabel, urgencyLabel } from '../../demand.ts'
import { confidentialReach } from '../../looks/confidence.ts'
import { demandStateLabel } from '../../standing.ts'
import { linesOf } from '../../store/lines.ts'
import { countMatching, matchingIds } from '../../store/queue/walk.ts'
import type { DemandLine } from '../../view.ts'
import { minuteOf, momentOf } from '../../working-time.ts'
import { giveOutDemands } from '../looks/giving-out.ts'
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
 * All demands that match and that this person may see, the newest first, one row each, as CSV piece by piece: no more in memory than a
 * piece. Who the callers are does not stand in it. The export is noted with its rows before it begins; a refusal where they are too many.
 */
export async function demandsCsv(
  work: Work,
  { page: _, size: __, ...asked }: QueueAsked,
  { reader, moment }: { readonly reader: Actor; readonly moment: string },
): Promise<AsyncGenerator<string> | Refusal> {
  const agencies = (await agenciesSeen(work, reader)).map(({ code }) => code)
  const query = { ...asked, agencies, reads: confidentialReach(reader), moment }
  const said = Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  const rows = await countMatching(work, query)
  const giving = { act: 'hotline.export', what: 'demands', agency: null, rows } as const
  const told = { ...giving, detail: Object.fromEntries(said) }
  return (await giveOutDemands(work, told, { by: reader, moment })) ?? csvOf(work, query)
}

async function* csvOf(work: Work, query: Parameters<typeof matchingIds>[1]): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(head)}`
  for await (const ids of matchingIds(work, query)) {
    const lines = await linesOf(work, ids, { moment: query.moment, reach: query.reads })
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
