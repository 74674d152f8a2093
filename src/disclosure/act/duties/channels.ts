import { createHash } from 'node:crypto'
import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { now } from '../../../platform/clock.ts'
import { knownFile } from '../../../platform/files/known.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import {
  type ChannelTold,
  channelStateLabel,
  channelStateOf,
  type OtherChannel,
  refusalOfChannel,
} from '../../channels/channel.ts'
import { type RowFault, readChannelRows } from '../../channels/sheet.ts'
import { channelRecordOf, keepChannelRecord } from '../../store/duties/channels.ts'
import { keepEvidence } from '../../store/duties/evidence.ts'
import { keepSeries, seriesNames } from '../../store/duties/series.ts'
import { agencyOfItem } from '../../store/duties/standing.ts'
import { mayWrite } from '../../writers.ts'

/** Who writes down what other channels disclosed. */
function refusalOfRecording(by: Actor, agency: string): Refusal | undefined {
  return mayWrite(by, agency) ? undefined : refuse('其他渠道的公开由本机关的公开专员或者业务处室经办人登记。')
}

/** Lists a series before anything is in it. */
export async function planSeries(
  work: Work,
  by: Actor,
  told: {
    readonly agency: string
    readonly name: string
    readonly channel: OtherChannel
    readonly note: string
  },
): Promise<{ readonly name: string } | Refusal> {
  return work.transaction(async inner => {
    const refusal = refusalOfRecording(by, told.agency)
    if (refusal !== undefined) return refusal
    const kept = await keepSeries(inner, told, { name: by.name, at: now() })
    if (!kept) return refuse(`已经有名为“${told.name}”的系列，直接登记其中的内容即可。`)
    const { agency, name, channel } = told
    await audited(inner, by, {
      agency,
      act: 'disclosure.planSeries',
      subject: name,
      detail: { channel },
    })
    return { name }
  })
}

/** Which record is written: a new one of an agency, or a known one in the version that was seen. */
export type WhichRecord = { readonly agency: string } | { readonly id: string; readonly version: number }

/** Keeps a record: planned, held with its evidence, or dropped. */
export async function recordChannel(
  work: Work,
  by: Actor,
  { which, told, today }: { readonly which: WhichRecord; readonly told: ChannelTold; readonly today: Day },
): Promise<{ readonly id: string } | Refusal> {
  return work.transaction(async inner => {
    const before = 'id' in which ? await channelRecordOf(inner, which.id, true) : undefined
    if ('id' in which && before === undefined) return refuse('没有这条记录。')
    const agency = before?.agency ?? ('agency' in which ? which.agency : '')
    const refusal = refusalOfRecording(by, agency)
    if (refusal !== undefined) return refusal
    if ('id' in which && before?.version !== which.version) {
      return refuse('他人刚刚改过这条记录，请看过最新内容后再改；您填写的还在页面上。')
    }
    const files = (before?.files ?? 0) > 0
    const wrong = refusalOfChannel(told, { today, series: await seriesNames(inner, agency), files })
    if (wrong !== undefined) return wrong
    if (told.item !== null && (await agencyOfItem(inner, told.item)) !== agency) {
      return refuse('关联的信息不存在，或者不是本机关的。请填写本机关信息的编号。')
    }
    const kept = { id: before?.id, agency, version: (before?.version ?? 0) + 1 }
    const id = await keepChannelRecord(inner, kept, told, { name: by.name, at: now() })
    const detail = { title: told.title, state: channelStateLabel[channelStateOf(told)], on: told.heldOn }
    await audited(inner, by, { agency, act: 'disclosure.recordChannel', subject: id, detail })
    return { id }
  })
}

/** Keeps every row of a sheet, or none where a row is wrong. */
export async function importChannels(
  work: Work,
  by: Actor,
  sheet: {
    readonly agency: string
    readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
    readonly today: Day
  },
): Promise<{ readonly kept: number; readonly faults: readonly RowFault[] } | Refusal> {
  const { agency, rows, today } = sheet
  return work.transaction(async inner => {
    const refusal = refusalOfRecording(by, agency)
    if (refusal !== undefined) return refusal
    const { records, faults } = readChannelRows(rows)
    const series = await seriesNames(inner, agency)
    const wrong = records.flatMap(({ row, told }) => {
      const why = refusalOfChannel(told, { today, series, files: false })
      return why === undefined ? [] : [{ row, words: why.message }]
    })
    const all = [...faults, ...wrong].toSorted((a, b) => a.row - b.row)
    if (all.length > 0) return { kept: 0, faults: all }
    const at = now()
    for (const { told } of records) {
      await keepChannelRecord(inner, { agency, version: 1 }, told, { name: by.name, at })
    }
    const detail = { count: records.length }
    await audited(inner, by, { agency, act: 'disclosure.importChannels', subject: agency, detail })
    return { kept: records.length, faults: [] }
  })
}

/** Attaches a file of evidence to a record. */
export async function attachEvidence(
  work: Work,
  by: Actor,
  file: { readonly record: string; readonly name: string; readonly bytes: Uint8Array },
): Promise<{ readonly name: string } | Refusal> {
  const record = await channelRecordOf(work, file.record)
  if (record === undefined) return refuse('没有这条记录。')
  const refusal = refusalOfRecording(by, record.agency)
  if (refusal !== undefined) return refusal
  const known = await knownFile(file.name, file.bytes)
  if (isRefusal(known)) return known
  const sha256 = createHash('sha256').update(known.bytes).digest('hex')
  await work.transaction(async inner => {
    await keepEvidence(inner, record.id, { ...known, sha256 }, { name: by.name, at: now() })
    const detail = { file: known.name, sha256 }
    const told = { agency: record.agency, act: 'disclosure.recordChannel', subject: record.id, detail }
    await audited(inner, by, told)
  })
  return { name: known.name }
}

async function audited(
  work: Work,
  by: Actor,
  told: {
    readonly agency: string
    readonly act: string
    readonly subject: string
    readonly detail: Readonly<Record<string, string | number | null>>
  },
): Promise<void> {
  await audit(work, { by: by.id, byName: by.name, ...told })
}
