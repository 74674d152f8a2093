import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { added, type Counts } from '../../figures/counters.ts'
import { countsAt, type Fact, factsOf } from '../../figures/fact.ts'
import { type FigureGroup, groupKey } from '../../figures/grouping.ts'
import { historiesOf } from '../../store/figures/histories.ts'
import { type PeopleCounted, peopleBy, personsBy, personsOf } from '../../store/figures/people.ts'
import type { SeenScope } from '../../store/figures/scope.ts'
import { changedSince, factSumsBy, type KeyedCounts } from '../../store/figures/sums.ts'
import { workingTime } from '../act.ts'

/** How it is counted at a moment. */
export interface CountingAt {
  readonly groups: readonly FigureGroup[]
  readonly moment: string
  /** The facts, as they were, of demands that changed since an earlier moment; undefined where it is this one. */
  readonly changed: readonly Fact[] | undefined
}

const atOnce = 1000
const keysOf = (groups: readonly FigureGroup[], fact: Fact, scope: SeenScope) =>
  groups.map(group => groupKey(group, fact, scope))
const keysForm = z.array(z.string())

/** The facts, as they were at a moment, of the demands of a scope that changed since: read off their history up to then. */
export async function factsThen(work: Work, scope: SeenScope, moment: string): Promise<Fact[]> {
  const [ids, time] = await Promise.all([changedSince(work, scope, moment), workingTime(work)])
  const facts: Fact[] = []
  for (let at = 0; at < ids.length; at += atOnce) {
    for (const { demand, events } of await historiesOf(work, ids.slice(at, at + atOnce), moment)) {
      facts.push(...factsOf(demand, events, time).filter(fact => isWithin(fact, scope)))
    }
  }
  return facts
}

/** Is it a fact of the scope? What it is about does not depend on the moment and was asked before. */
function isWithin({ agency, unit, day }: Fact, { agencies, unit: only, from, until }: SeenScope): boolean {
  if (day < from || day > until || (only !== undefined && unit !== only)) return false
  return agencies.includes(agency) || agencies.includes(unit)
}

/** The counts of a scope as they stood: of demands that have not changed since as kept, of the others as they were. */
export async function countsThen(
  work: Work,
  scope: SeenScope,
  { groups, moment, changed = [] }: CountingAt,
): Promise<KeyedCounts[]> {
  const found = new Map<string, Counts>()
  for (const fact of changed.filter(each => isWithin(each, scope))) {
    const key = JSON.stringify(keysOf(groups, fact, scope))
    found.set(key, added(found.get(key) ?? {}, countsAt(fact, moment)))
  }
  const moved = [...found].map(([key, counts]) => ({ keys: keysForm.parse(JSON.parse(key)), counts }))
  return [...(await factSumsBy(work, scope, { groups, moment })), ...moved]
}

/** How many people are behind the demands of a scope, in all and under each key of a comparison, as at the moment. */
export async function countPeople(work: Work, scope: SeenScope, at: CountingAt): Promise<PeopleCounted> {
  const { groups, changed } = at
  if (changed === undefined) return await peopleBy(work, scope, at)
  const found = new Map<string, Set<string>>()
  const meet = (keys: readonly string[], person: string) => {
    const key = JSON.stringify(keys)
    const those = found.get(key) ?? new Set()
    found.set(key, those.add(person))
  }
  for (const { keys, person } of await personsBy(work, scope, at)) meet(keys, person)
  const facts = changed.filter(({ counts }) => counts.total === 1)
  const persons = await personsOf(
    work,
    facts.map(({ demand }) => demand),
  )
  for (const fact of facts) {
    const person = persons.get(fact.demand)
    if (person !== undefined) meet(keysOf(groups, fact, scope), person)
  }
  const by = [...found].map(([key, those]) => ({
    keys: keysForm.parse(JSON.parse(key)),
    people: those.size,
  }))
  return { all: new Set([...found.values()].flatMap(those => [...those])).size, by }
}
