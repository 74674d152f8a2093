import type { Actor } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays } from '../../../statute/day.ts'
import type { Refusal } from '../../../statute/refusal.ts'
import { sumOf } from '../../figures/counters.ts'
import { definitionOf, type Figure } from '../../figures/definitions.ts'
import { countsAt } from '../../figures/fact.ts'
import { versionSpans } from '../../figures/version.ts'
import { confidentialReach } from '../../looks/confidence.ts'
import {
  type Behind,
  type BehindLine,
  countBehindKept,
  demandsBehindKept,
  type OnlyBehind,
} from '../../store/figures/behind.ts'
import type { SeenScope } from '../../store/figures/scope.ts'
import { figureVersionsKept } from '../../store/figures/versions.ts'
import { giveOutDemands } from '../looks/giving-out.ts'
import { factsThen } from './past.ts'

/** Which number is opened: a figure of a scope, as at a moment, above or below its line. */
export interface BehindAsked extends SeenScope {
  readonly figure: Figure
  readonly part: 'numerator' | 'denominator'
  readonly asOf?: string | undefined
  /** Of a row of a bulletin: those of the figure that belong to it. */
  readonly only?: OnlyBehind | undefined
}

/** The demands behind a number, a page of them and how many there are; a demand stands once, however often it was counted. */
export async function demandsBehind(
  work: Work,
  { size, page, ...asked }: BehindAsked & { readonly size: number; readonly page: number },
  { reader, moment }: { readonly reader: Actor; readonly moment: string },
): Promise<{ readonly lines: readonly BehindLine[]; readonly total: number }> {
  const behind = await behindOf(work, asked, moment)
  const [lines, total] = await Promise.all([
    demandsBehindKept(work, { ...behind, reach: confidentialReach(reader) }, { size, page }),
    countBehindKept(work, behind),
  ])
  return { lines, total }
}

/**
 * All demands behind a number, day by day from the last, so that no number of them is too many; the giving out is recorded with its
 * rows, and refused where they are too many for this person.
 */
export async function everyDemandBehind(
  work: Work,
  asked: BehindAsked,
  { by, moment }: { readonly by: Actor; readonly moment: string },
): Promise<AsyncGenerator<readonly BehindLine[]> | Refusal> {
  const { figure, part, from, until, hotline, unit } = asked
  const rows = await countBehindKept(work, await behindOf(work, asked, moment))
  const giving = { act: 'hotline.giveOut', what: figure, agency: hotline ?? null, rows } as const
  const told = { ...giving, detail: { figure, part, from, until, hotline: hotline ?? '', unit: unit ?? '' } }
  return (await giveOutDemands(work, told, { by, moment })) ?? byDay(work, asked, { reader: by, moment })
}

async function* byDay(
  work: Work,
  asked: BehindAsked,
  { reader, moment }: { readonly reader: Actor; readonly moment: string },
): AsyncGenerator<readonly BehindLine[]> {
  const { from, until, asOf = moment } = asked
  for (let day = until; day >= from; day = addDays(day, -1)) {
    const behind = await behindOf(work, { ...asked, asOf, from: day, until: day }, moment)
    const lines = await demandsBehindKept(work, { ...behind, reach: confidentialReach(reader) })
    if (lines.length > 0) yield lines
  }
}

async function behindOf(
  work: Work,
  { figure, part, asOf, only, ...scope }: BehindAsked,
  now: string,
): Promise<Behind> {
  const past = asOf !== undefined && Date.parse(asOf) < Date.parse(now)
  const moment = past ? asOf : now
  const spans = versionSpans(await figureVersionsKept(work), scope.from, scope.until).map(
    ({ version, from, until }) => ({ from, until, counters: countersOf(figure, part, version) }),
  )
  const facts = past ? await factsThen(work, scope, moment) : undefined
  const changed = facts?.filter(fact => {
    const on = spans.find(({ from, until }) => from <= fact.day && fact.day <= until)
    return sumOf(countsAt(fact, moment), on?.counters ?? []) > 0
  })
  return { scope, spans, moment, only, changed: changed?.map(({ demand }) => demand) }
}

function countersOf(figure: Figure, part: BehindAsked['part'], version: Parameters<typeof definitionOf>[1]) {
  const { numerator, denominator } = definitionOf(figure, version)
  if (figure === 'callers') return ['total'] as const
  return (part === 'numerator' ? numerator : (denominator ?? numerator)).counters
}
