import type { Day } from '../../statute/day.ts'

/** A document as table 2 counts it, Art. 20 (1). */
export interface CountedDocument {
  readonly item: string
  readonly form: 'regulation' | 'normativeDocument'
  readonly indexNumber: string
  readonly title: string
  readonly madeOn: Day
  /** The first day on which it is no longer in force: repealed, or past its term; null while it is. */
  readonly endedOn: Day | null
}

/** The columns of table 2 for documents: 制发, 废止, 现行有效. */
export const documentColumns = ['issued', 'repealed', 'inForce'] as const
export type DocumentColumn = (typeof documentColumns)[number]

/** A year up to its last counted day, both included. */
export interface YearSpan {
  readonly from: Day
  readonly until: Day
}

/**
 * Is the document counted in this column of the year? A term that ran out counts as repealed, so that
 * in force = last year's + made − repealed (our choice: the form has no column of its own for it).
 */
export function isCounted(
  { madeOn, endedOn }: Pick<CountedDocument, 'madeOn' | 'endedOn'>,
  column: DocumentColumn,
  { from, until }: YearSpan,
): boolean {
  switch (column) {
    case 'issued':
      return madeOn >= from && madeOn <= until
    case 'repealed':
      return endedOn !== null && endedOn >= from && endedOn <= until
    case 'inForce':
      return madeOn <= until && (endedOn === null || endedOn > until)
  }
}

/** The forms of bulk results with the column of table 2 that counts their decisions. */
export const resultColumns = {
  licensing: 'permitResults',
  penalties: 'penaltyResults',
  coercion: 'coercionResults',
  feesWan: 'fees',
} as const
export type ResultColumn = keyof typeof resultColumns

/** 万元 with all its decimals: a cent is the sixth. */
export function wanOf(yuan: number): number {
  return Math.round(yuan * 100) / 1_000_000
}

/** How many disclosures a year had, for the prose of the report. */
export interface DisclosureCounts {
  /** Published on the portal for the first time in the year. */
  readonly portal: number
  readonly interpretations: number
  /** By the label of each other channel, in its order. */
  readonly channels: readonly { readonly channel: string; readonly label: string; readonly count: number }[]
  /** Stories and others that stand in a series. */
  readonly inSeries: number
}

/** All channels together, each information once. */
export function allDisclosures({ portal, channels }: DisclosureCounts): number {
  return channels.reduce((sum, { count }) => sum + count, portal)
}

/** The year's disclosures as a sentence of 总体情况; empty where there were none. */
export function disclosureSentence(year: number, counts: DisclosureCounts): string {
  const { portal, interpretations, channels, inSeries } = counts
  const all = allDisclosures(counts)
  if (all === 0) return ''
  const told = channels.filter(({ count }) => count > 0).map(({ label, count }) => `${label} ${count} 条`)
  const series = inSeries > 0 ? `，其中在系列中 ${inSeries} 条` : ''
  const others = told.length === 0 ? '' : `；通过${told.join('、')}公开${series}`
  const read = interpretations > 0 ? `，发布政策解读 ${interpretations} 件` : ''
  return `${sentenceBegins(year)} ${all} 条，其中在政府信息公开平台公开 ${portal} 条${others}${read}。`
}

function sentenceBegins(year: number): string {
  return `${year} 年，通过各种渠道主动公开政府信息`
}

/** That sentence as it stands in a text with whatever numbers; undefined where it does not stand there. */
export function disclosureSentenceIn(text: string, year: number): string | undefined {
  return new RegExp(`${sentenceBegins(year)}[^。\\n]*。`).exec(text)?.[0]
}
