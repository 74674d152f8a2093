import { agencyTree } from '../../../office/agencies.ts'
import type { Agency } from '../../../office/roles.ts'
import { instantOf } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays, dayNumber, dayOf } from '../../../statute/day.ts'
import { type Appraisal, appraisalOn, ranksOf, scoreOf } from '../../bulletins/appraisal.ts'
import type { BulletinNumbers, TopicLine, UnitLine } from '../../bulletins/content.ts'
import { type BulletinKind, type Span, spanBefore, spanYearEarlier } from '../../bulletins/period.ts'
import { type DemandChannel, type DemandType, demandChannels, demandTypes } from '../../demand.ts'
import { type FigureLine, figuresOf, worthOf } from '../../figures/count.ts'
import { spanStart } from '../../figures/grouping.ts'
import { type FigureVersion, versionOn } from '../../figures/version.ts'
import { countsOfDemands, industriesIn, repeatedIn, updatesByUnit } from '../../store/bulletins/counts.ts'
import type { BulletinDraft, ChosenTopic } from '../../store/bulletins/drafts.ts'
import { appraisalsOf, industriesOf } from '../../store/bulletins/settings.ts'
import { projectOfDemands } from '../../store/projects/members.ts'
import { countFigures } from '../figures/counting.ts'
import { figureVersions } from '../figures/versions.ts'
import { repeatedAt } from './repeated.ts'

/** Which bulletin is counted. */
export interface CountedBulletin {
  readonly hotline: string
  readonly kind: BulletinKind
  readonly span: Span
}

/** Two years: nothing older is still open. */
const backlogDays = 730
const trendMonths = 12

/** The moment as at which a draft is counted: the end of its cut-off day, or now where that lies ahead. */
export function momentOf({ cutOff }: Pick<BulletinDraft, 'cutOff'>, now: string): string {
  const end = instantOf(addDays(cutOff, 1), '00:00:00')
  return Date.parse(end) < Date.parse(now) ? end : now
}

/** By which definitions a bulletin counts. */
export async function versionOfBulletin(
  work: Work,
  { span }: Pick<CountedBulletin, 'span'>,
): Promise<FigureVersion> {
  return versionOn(await figureVersions(work), span.until)
}

/** All numbers of a bulletin as at its cut-off: the same for ever, whenever they are asked. */
export async function countBulletin(
  work: Work,
  bulletin: CountedBulletin,
  { draft, now }: { readonly draft: BulletinDraft; readonly now: string },
): Promise<BulletinNumbers> {
  const { hotline, kind, span } = bulletin
  const asOf = momentOf(draft, now)
  const tree = await agencyTree(work)
  const count = (within: Span, by: Parameters<typeof countFigures>[1]['by'] = [], at = asOf) =>
    countFigures(work, { agencies: [hotline], hotline, ...within, by, asOf: at }, now)
  const [last, earlier] = [spanBefore(kind, span), spanYearEarlier(kind, span)]
  const then = ({ until }: Span) => daysEarlier(asOf, dayNumber(span.until) - dayNumber(until))
  const backlogSpan = { from: addDays(span.until, -backlogDays), until: span.until }
  const version = await versionOfBulletin(work, bulletin)
  const appraisal = appraisalOn(await appraisalsOf(work, hotline), span.from)
  const [whole, before, year, types, channels, areas, units, backlog] = await Promise.all([
    count(span),
    count(last, [], then(last)),
    count(earlier, [], then(earlier)),
    count(span, ['type']),
    count(span, ['channel']),
    count(span, ['area']),
    count(span, ['unit']),
    count(backlogSpan, ['unit']),
  ])
  const of = { hotline, span }
  return {
    ...{ kind, span, hotline, hotlineName: nameIn(tree, hotline), asOf, appraisal, backlogSpan },
    ...{ whole: whole.whole, before: before.whole, yearEarlier: year.whole, backlog: backlog.whole },
    comparedAsOf: { before: then(last), yearEarlier: then(earlier) },
    types: linesOf<DemandType>(types.lines, demandTypes),
    channels: linesOf<DemandChannel>(channels.lines, demandChannels),
    areas: areas.lines.map(({ keys: [key = ''], figures }) => ({ key, figures })),
    units: scored(units.lines, { tree, appraisal, updates: await updatesByUnit(work, of) }),
    backlogs: backlog.lines
      .filter(({ keys, figures }) => keys[0] !== '' && figures.open.numerator > 0)
      .map(({ keys: [unit = ''], figures }) => ({ unit, name: nameIn(tree, unit), figures }))
      .toSorted((a, b) => b.figures.open.numerator - a.figures.open.numerator),
    topics: await Promise.all(draft.topics.map(topic => topicLine(work, topic, { version, asOf }))),
    repeated: await repeatedIn(work, of, await repeatedAt(work, of, { asOf, now })),
    trend: kind === 'quarter' ? await trendOf(count, span) : [],
    industries:
      kind === 'quarter'
        ? await industriesIn(work, { ...of, earlier }, await industriesOf(work, hotline))
        : [],
  }
}

/** So many whole days earlier. */
function daysEarlier(moment: string, days: number): string {
  return new Date(Date.parse(moment) - days * 86_400_000).toISOString()
}

const nameIn = (tree: readonly Agency[], code: string) => tree.find(each => each.code === code)?.name ?? code

function linesOf<Key extends string>(lines: readonly FigureLine[], keys: readonly Key[]) {
  return keys.flatMap(key => {
    const found = lines.find(line => line.keys[0] === key)
    return found === undefined ? [] : [{ key, figures: found.figures }]
  })
}

interface Scoring {
  readonly tree: readonly Agency[]
  readonly appraisal: Appraisal
  readonly updates: ReadonlyMap<string, number>
}

/** Each unit with its score; counties and departments are ranked apart. */
function scored(lines: readonly FigureLine[], { tree, appraisal, updates }: Scoring): UnitLine[] {
  const units = lines.flatMap(({ keys: [unit = ''], figures }) => {
    if (unit === '') return []
    const many = updates.get(unit) ?? 0
    const kind = tree.find(({ code }) => code === unit)?.kind
    const group = kind === 'county' || kind === 'township' ? ('county' as const) : ('department' as const)
    return [
      { unit, name: nameIn(tree, unit), group, figures, updates: many, ...scoreOf(figures, many, appraisal) },
    ]
  })
  return (['county', 'department'] as const).flatMap(group => {
    const some = units.filter(unit => unit.group === group)
    const ranks = ranksOf(some.map(({ score }) => score))
    return some.map((unit, place) => ({ ...unit, rank: ranks[place] ?? null }))
  })
}

async function topicLine(
  work: Work,
  { title, place, matter, demands }: ChosenTopic,
  { version, asOf }: { readonly version: FigureVersion; readonly asOf: string },
): Promise<TopicLine> {
  const { counts, people } = await countsOfDemands(work, demands, asOf)
  const { satisfactionRate } = figuresOf([{ version, counts }], people)
  return {
    ...{ title, place, matter, demands: demands.length, callers: people },
    ...{ satisfied: satisfactionRate.numerator, evaluated: satisfactionRate.denominator ?? 0 },
    project: await projectOfDemands(work, demands),
  }
}

type Count = (within: Span, by: readonly ['month']) => ReturnType<typeof countFigures>

async function trendOf(count: Count, { until }: Span): Promise<BulletinNumbers['trend']> {
  const [year = 0, month = 0] = until.split('-').map(Number)
  const first = month + 1 - trendMonths
  const start = first > 0 ? { year, month: first } : { year: year - 1, month: first + 12 }
  const from = dayOf(`${start.year}-${String(start.month).padStart(2, '0')}-01`)
  const { lines } = await count({ from: spanStart('month', from), until }, ['month'])
  return lines
    .map(({ keys: [on = ''], figures }) => ({ from: dayOf(on), figures }))
    .filter(({ figures }) => (worthOf(figures.total) ?? 0) > 0)
}
