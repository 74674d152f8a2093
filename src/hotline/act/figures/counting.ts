import { agencyTree } from '../../../office/agencies.ts'
import { instantOf } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays } from '../../../statute/day.ts'
import type { Connection } from '../../doors/call.ts'
import {
  asksOfPlaces,
  type CountedPart,
  type FigureLine,
  type FigureScope,
  type FiguresView,
  figuresOf,
} from '../../figures/count.ts'
import { added, type Counts } from '../../figures/counters.ts'
import { type FigureGroup, isBranchGroup } from '../../figures/grouping.ts'
import { versionSpans } from '../../figures/version.ts'
import type { PeopleCounted } from '../../store/figures/people.ts'
import type { SeenScope } from '../../store/figures/scope.ts'
import { type KeyedCounts, limitsCome, sumsBy } from '../../store/figures/sums.ts'
import { figureVersionsKept } from '../../store/figures/versions.ts'
import { connection } from '../doors/calls.ts'
import { type CountingAt, countPeople, countsThen, factsThen } from './past.ts'

/** What somebody asks of the figures. */
export interface FiguresAsked extends FigureScope {
  /** The agencies whose demands he may see: of these hotlines, or with these units. */
  readonly agencies: readonly string[]
  /** By what it is compared, in this order; none for the whole alone. */
  readonly by: readonly FigureGroup[]
  /** False where people need not be counted, who are not in the sums and take time. */
  readonly people?: boolean | undefined
  /** The cut-off, ISO 8601; this moment where it is left out or lies ahead. */
  readonly asOf?: string | undefined
}

/**
 * The figures of a period, as they stand or as they stood at an earlier moment, each part of the period under the
 * definitions of its time. The same question about the same moment is answered alike for ever.
 */
export async function countFigures(work: Work, asked: FiguresAsked, moment: string): Promise<FiguresView> {
  const { by, asOf: cutOff, people: withPeople = true, ...scope } = asked
  const past = cutOff !== undefined && Date.parse(cutOff) < Date.parse(moment)
  const asOf = past ? cutOff : moment
  const spans = versionSpans(await figureVersionsKept(work), scope.from, scope.until)
  const at = {
    groups: by,
    moment: asOf,
    changed: past ? await factsThen(work, scope, asOf) : undefined,
  }
  const [parts, people] = await Promise.all([
    Promise.all(
      spans.map(async ({ version, from, until }) => ({
        version,
        lines: await countsBy(work, { ...scope, from, until }, at),
      })),
    ),
    withPeople ? countPeople(work, scope, at) : undefined,
  ])
  const whole = parts.map(({ version, lines }) => ({
    version,
    counts: lines.reduce<Counts>((sum, line) => added(sum, line.counts), {}),
  }))
  const { agencies: _, ...told } = scope
  const { lines, more } = by.length === 0 ? { lines: [], more: 0 } : linesOf(parts, people?.by, by)
  return {
    ...{ ...told, asOf, by, lines, more },
    whole: figuresOf(whole, people?.all ?? notAsked),
    versions: spans.map(({ version, from }) => ({ from, version })),
    names: await namesOf(work, by, lines),
    connection: await connectionIn(work, scope, asOf),
  }
}

async function connectionIn(work: Work, scope: SeenScope, asOf: string): Promise<Connection | null> {
  const { agencies, hotline, unit, type, channel, from, until } = scope
  if (unit !== undefined || type !== undefined || channel !== undefined || asksOfPlaces(scope)) return null
  const to = [instantOf(addDays(until, 1), '00:00:00'), new Date(asOf).toISOString()].toSorted()[0] ?? asOf
  const hotlines = agencies.filter(code => hotline === undefined || code === hotline)
  return await connection(work, { agencies: hotlines, from: instantOf(from, '00:00:00'), to })
}

async function countsBy(work: Work, scope: SeenScope, at: CountingAt): Promise<KeyedCounts[]> {
  if (at.changed !== undefined) return await countsThen(work, scope, at)
  return (await Promise.all([sumsBy(work, scope, at.groups), limitsCome(work, scope, at)])).flat()
}

/** As many lines as are told where places are compared. */
const mostLines = 1000
const isManifold = (group: FigureGroup) => group === 'place' || isBranchGroup(group)

/** Those with the most demands; several keys stay together where all lines have room. */
function mostFirst<Line extends { readonly counted: readonly CountedPart[] }>(
  lines: readonly Line[],
  by: readonly FigureGroup[],
): readonly Line[] {
  if (!by.some(isManifold) || (by.length > 1 && lines.length <= mostLines)) return lines
  const many = ({ counted }: Line, counter: 'total' | 'dispatches') =>
    counted.reduce((sum, { counts }) => sum + (counts[counter] ?? 0), 0)
  return lines
    .toSorted((a, b) => many(b, 'total') - many(a, 'total') || many(b, 'dispatches') - many(a, 'dispatches'))
    .slice(0, mostLines)
}

/** In place of a number of people that nobody asked for. */
const notAsked = Number.NaN

interface CountedUnder {
  readonly version: CountedPart['version']
  readonly lines: readonly KeyedCounts[]
}

function linesOf(
  parts: readonly CountedUnder[],
  people: PeopleCounted['by'] | undefined,
  by: readonly FigureGroup[],
): Pick<FiguresView, 'lines' | 'more'> {
  const keyOf = (keys: readonly string[]) => JSON.stringify(keys)
  const persons = people && new Map(people.map(line => [keyOf(line.keys), line.people]))
  const found = new Map<string, { keys: readonly string[]; parts: Map<CountedPart['version'], Counts> }>()
  for (const { version, lines } of parts) {
    for (const { keys, counts } of lines) {
      const line = found.get(keyOf(keys)) ?? { keys, parts: new Map() }
      line.parts.set(version, added(line.parts.get(version) ?? {}, counts))
      found.set(keyOf(keys), line)
    }
  }
  const all = [...found]
    .map(([key, { keys, parts: each }]) => ({
      keys,
      counted: [...each].map(([version, counts]) => ({ version, counts })),
      people: persons === undefined ? notAsked : (persons.get(key) ?? 0),
    }))
    .filter(({ counted }) => counted.some(({ counts }) => Object.keys(counts).length > 0))
    .toSorted((a, b) => (keyOf(a.keys) < keyOf(b.keys) ? -1 : 1))
  const told = mostFirst(all, by)
  const lines = told.map(({ keys, counted, people: each }) => ({ keys, figures: figuresOf(counted, each) }))
  return { lines, more: all.length - lines.length }
}

/** What the units and hotlines among the keys are called. */
async function namesOf(
  work: Work,
  by: readonly FigureGroup[],
  lines: readonly FigureLine[],
): Promise<Record<string, string>> {
  const places = [by.indexOf('unit'), by.indexOf('hotline')].filter(place => place >= 0)
  if (places.length === 0) return {}
  const codes = new Set(lines.flatMap(({ keys }) => places.map(place => keys[place])))
  const tree = await agencyTree(work)
  return Object.fromEntries(tree.filter(({ code }) => codes.has(code)).map(({ code, name }) => [code, name]))
}
