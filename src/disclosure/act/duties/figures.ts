import type { Work } from '../../../platform/work.ts'
import { type Day, inChinese } from '../../../statute/day.ts'
import { otherChannelLabel, otherChannels } from '../../channels/channel.ts'
import {
  type CountedDocument,
  type DisclosureCounts,
  type DocumentColumn,
  isCounted,
  type ResultColumn,
  resultColumns,
  wanOf,
} from '../../figures/proactive.ts'
import { channelCounts } from '../../store/duties/channels.ts'
import {
  countedDocuments,
  countedResults,
  decisionsPage,
  type ProactiveSpan,
  portalCounts,
} from '../../store/duties/figures.ts'

/** Table 2 of a year as the items count it, and the numbers of its prose. */
export interface ProactiveYear {
  readonly documents: readonly CountedDocument[]
  /** Decisions of the year; fees in 万元. */
  readonly results: Readonly<Record<ResultColumn, number>>
  /** How many charges make the fees. */
  readonly charges: number
  readonly counts: DisclosureCounts
  /** Does the house hold any public item of this agency? Else the table stands as it is written. */
  readonly kept: boolean
}

/** Counts a year of an agency up to its cut-off, Art. 50. */
export async function proactiveYear(work: Work, span: ProactiveSpan): Promise<ProactiveYear> {
  const [documents, decided, portal, channels] = await Promise.all([
    countedDocuments(work, span),
    countedResults(work, span),
    portalCounts(work, span),
    channelCounts(work, { agencies: [span.agency], from: span.from, until: span.until }),
  ])
  const count = (column: ResultColumn) => decided.get(resultColumns[column])?.count ?? 0
  return {
    documents,
    results: {
      ...{ licensing: count('licensing'), penalties: count('penalties'), coercion: count('coercion') },
      feesWan: wanOf(decided.get(resultColumns.feesWan)?.yuan ?? 0),
    },
    charges: count('feesWan'),
    counts: {
      ...{ portal: portal.portal, interpretations: portal.interpretations, inSeries: portal.series },
      channels: otherChannels.map(channel => ({
        ...{ channel, label: otherChannelLabel[channel] },
        count: channels.find(each => each.channel === channel)?.count ?? 0,
      })),
    },
    kept: portal.ever > 0,
  }
}

/** A thing behind a cell of table 2. */
export interface CountedLine {
  readonly id: string
  readonly number: string
  readonly words: string
}

/** The documents behind a cell, a page of them. */
export function documentLines(
  documents: readonly CountedDocument[],
  span: ProactiveSpan,
  asked: {
    readonly form: string
    readonly column: DocumentColumn
    readonly page: number
    readonly size: number
  },
): CountedLine[] {
  const { form, column, page, size } = asked
  const found = documents.filter(each => each.form === form && isCounted(each, column, span))
  return found.slice((page - 1) * size, page * size).map(documentLine)
}

/** A document as a line says it. */
export function documentLine({ item, indexNumber, title, madeOn, endedOn }: CountedDocument): CountedLine {
  const ended = endedOn === null ? '' : `，${inChinese(endedOn)}失效`
  return { id: item, number: indexNumber, words: `${title}，${inChinese(madeOn)}成文${ended}` }
}

/** The decisions or charges behind a cell, a page of them. */
export async function resultLines(
  work: Work,
  span: ProactiveSpan,
  asked: { readonly column: ResultColumn; readonly page: number; readonly size: number },
): Promise<CountedLine[]> {
  const found = await decisionsPage(work, span, asked)
  return found.map(({ item, reference, party, matter, decidedOn, yuan }) => ({
    ...{ id: item, number: reference === '' ? '（无编号）' : reference },
    words: [party, matter, inChinese(decidedOn), yuan === null ? '' : `${yuan} 元`]
      .filter(text => text !== '')
      .join('，'),
  }))
}

/** The documents whose being in force on a day is known otherwise now than it was at a moment: named one by one. */
export async function movedInForce(
  work: Work,
  { agency, on, knownAt }: { readonly agency: string; readonly on: Day; readonly knownAt: string },
): Promise<(CountedLine & { readonly form: string })[]> {
  const span = { agency, from: on, until: on }
  const [then, now] = await Promise.all([
    countedDocuments(work, { ...span, knownAt }),
    countedDocuments(work, span),
  ])
  const inForce = (list: readonly CountedDocument[]) =>
    new Map(list.filter(each => isCounted(each, 'inForce', span)).map(each => [each.item, each]))
  const [before, after] = [inForce(then), inForce(now)]
  const added = [...after.values()].filter(({ item }) => !before.has(item))
  const gone = [...before.values()].filter(({ item }) => !after.has(item))
  return [
    ...added.map(each => ({ ...documentLine(each), form: each.form })),
    ...gone.map(({ item, indexNumber, title, form }) => ({
      ...{ id: item, number: indexNumber, form },
      words: `${title}，后来登记为不再有效`,
    })),
  ]
}
