import { hotlines } from '../../hotline/act/caller/filing.ts'
import { countFigures, type FiguresAsked } from '../../hotline/act/figures/counting.ts'
import { demandChannelLabel, demandChannels } from '../../hotline/demand.ts'
import type { FigureLine } from '../../hotline/figures/count.ts'
import { definitionsOf } from '../../hotline/figures/definitions.ts'
import { momentToday } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { dayOf } from '../../statute/day.ts'
import { deskPaths } from '../../web/paths.ts'
import type { RestatementView } from '../counted/view.ts'
import { type AnnualReport, narrativeSections } from '../form.ts'
import { type FigureBeside, hotlinePath, shownBeside, showsBeside } from '../live-figures.ts'
import { type ReportKey, standingOf } from '../store/history.ts'

/**
 * The year of the hotline for the prose: the demands of this agency's hotline, or those that it handled, registered in the
 * year, as at a moment. Without demands there is none; people are left out, who are in no kept sum.
 */
export async function figuresBeside(
  work: Work,
  { agency, year }: ReportKey,
  knownAt?: string,
): Promise<FigureBeside[]> {
  const span = { from: dayOf(`${year}-01-01`), until: dayOf(`${year}-12-31`) }
  const asked: FiguresAsked = { ...span, agencies: [agency], by: ['channel'], people: false, asOf: knownAt }
  const [{ whole, lines, versions }, all] = await Promise.all([
    countFigures(work, asked, after(knownAt)),
    hotlines(work),
  ])
  const version = versions.at(-1)?.version
  if (version === undefined || whole.total.numerator === 0) return []
  const handled = !all.some(({ code }) => code === agency)
  const prefix = `${handled ? '承办' : ''}12345热线·`
  const opening = { ...span, ...(knownAt !== undefined && { asOf: knownAt }) }
  const figures = definitionsOf(version)
    .filter(({ figure }) => figure !== 'callers' && whole[figure].denominator !== 0)
    .map(({ figure, label, unit }) => ({
      ...{ path: hotlinePath(figure), label: `${prefix}${label}`, value: amountOf(whole[figure]) },
      ...{ handled, unit, opens: deskPaths.figureDemands({ figure, ...opening }) },
    }))
  return [...figures, ...channelsBeside(lines, { prefix, handled, opening })]
}

/** By which platforms demands came in, for 平台建设. */
function channelsBeside(
  lines: readonly FigureLine[],
  {
    prefix,
    handled,
    opening,
  }: { readonly prefix: string; readonly handled: boolean; readonly opening: object },
): FigureBeside[] {
  return demandChannels.flatMap(channel => {
    const value = lines.find(({ keys }) => keys[0] === channel)?.figures.total.numerator ?? 0
    const opens = deskPaths.figureDemands({ figure: 'total', channel, ...opening })
    const label = `${prefix}来源·${demandChannelLabel[channel]}`
    return value === 0
      ? []
      : [{ path: hotlinePath(`channel.${channel}`), label, value, handled, unit: '件', opens }]
  })
}

/** This moment, and later than one that has been: what was published a moment ago is past. */
function after(knownAt: string | undefined): string {
  const moments = [momentToday(), ...(knownAt === undefined ? [] : [knownAt])].map(each => Date.parse(each))
  return new Date(Math.max(...moments) + 1).toISOString()
}

/** The same where the prose shows any of it, so that an act on other reports counts nothing. */
export async function figuresShownBeside(
  work: Work,
  key: ReportKey,
  { report, knownAt }: { readonly report: AnnualReport | undefined; readonly knownAt?: string | undefined },
): Promise<FigureBeside[]> {
  return report !== undefined && showsBeside(report) ? await figuresBeside(work, key, knownAt) : []
}

/** Does the prose show figures of the hotline, and which of them are no longer what they were on publication? */
export async function besideSince(
  work: Work,
  key: ReportKey,
  knownAt: string,
): Promise<{ readonly shown: boolean; readonly moved: RestatementView['cells'] }> {
  const draft = (await standingOf(work, key))?.draft
  if (draft === undefined || !showsBeside(draft)) return { shown: false, moved: [] }
  const [then, now] = await Promise.all([figuresBeside(work, key, knownAt), figuresBeside(work, key)])
  const text = narrativeSections.map(section => draft.narrative[section]).join('\n')
  const moved = shownBeside(text, now).flatMap(({ path, label, value }) => {
    const published = then.find(each => each.path === path)?.value ?? 0
    return published === value ? [] : [{ path, label, published, onPublication: published, now: value }]
  })
  return { shown: true, moved }
}

/** An amount, or a rate in percent to two decimals. */
function amountOf({ numerator, denominator }: { numerator: number; denominator: number | null }): number {
  return denominator === null ? numerator : Math.round((numerator / denominator) * 1e4) / 1e2
}
