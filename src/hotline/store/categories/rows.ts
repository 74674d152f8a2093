import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { together, type Work, type Write } from '../../../platform/work.ts'
import type { Judged } from '../../classify/accuracy.ts'
import type { Labelled } from '../../classify/office-model.ts'
import { firstLevel } from '../../classify/tree.ts'
import type { HeldCategory } from '../../classify/view.ts'
import type { Message } from '../../message.ts'

/** The 15 first-level and 517 third-level categories with which an office begins. */
const usualTree = readFileSync(join(import.meta.dirname, 'usual-tree.tsv'), 'utf8').replaceAll('\t', '/')
const mostLearned = 50_000
const mostJudged = 20_000

/** The lines of the tree that holds now. */
export async function categoryTree(work: Work): Promise<string> {
  const row = await work.db
    .selectFrom('hotline_category_trees')
    .select('lines')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.lines ?? usualTree
}

/** Keeps another tree; those before stay. */
export async function keepCategoryTree(
  work: Work,
  tree: { readonly lines: string; readonly by: string; readonly byName: string; readonly at: string },
): Promise<void> {
  const { lines, by, byName, at } = tree
  await work.db.insertInto('hotline_category_trees').values({ lines, by, by_name: byName, at }).execute()
}

const heldForm: z.ZodType<HeldCategory> = z.object({
  ...{ category: z.string(), suggested: z.string().nullable(), confidence: z.number().nullable() },
  ...{ byHand: z.boolean(), decidedBy: z.string().nullable(), decidedAt: z.string().nullable() },
})

/** The category of a demand; undefined where neither model nor people said one. */
export async function categoryHeld(work: Work, demand: string): Promise<HeldCategory | undefined> {
  const row = await work.db
    .selectFrom('hotline_demand_categories')
    .select(['category', 'suggested', 'confidence', 'by_hand as byHand'])
    .select(['decided_by as decidedBy', 'decided_at as decidedAt'])
    .where('demand', '=', demand)
    .executeTakeFirst()
  return row && heldForm.parse(row)
}

/** The categories of some demands, by their ids: those that people chose or of which a model was sure. */
export async function categoriesHeld(
  work: Work,
  demands: readonly string[],
): Promise<Map<string, Pick<HeldCategory, 'category' | 'byHand'>>> {
  if (demands.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('hotline_demand_categories')
    .select(['demand', 'category', 'by_hand as byHand'])
    .where('demand', 'in', [...demands])
    .where('category', '<>', '')
    .execute()
  return new Map(rows.map(({ demand, ...held }) => [demand, held]))
}

/** What a model says of a demand; `category` is empty where it is not sure. What people said stays. */
export interface Suggested {
  readonly demand: string
  readonly category: string
  readonly suggested: string
  readonly confidence: number
}

/** What a model says, to be kept. */
export function suggestionsKept(work: Work, agency: string, suggested: readonly Suggested[]): Write[] {
  if (suggested.length === 0) return []
  const rows = suggested.map(each => ({ ...each, agency }))
  const write = work.db
    .insertInto('hotline_demand_categories')
    .values(rows)
    .onConflict(conflict => conflict.column('demand').doNothing())
  return [write]
}

/** Takes the category of demands into their facts, by which figures are told. */
export function factsCategorised(demands: readonly string[]): Write {
  return sql`update hotline_facts f set category = c.category from hotline_demand_categories c
    where f.demand = any(${demands}::uuid[]) and c.demand = f.demand and c.category <> f.category`
}

/** Keeps what somebody decided; what a model had said stays beside it. */
export async function keepDecided(
  work: Work,
  {
    demand,
    agency,
    category,
    by,
    at,
  }: {
    readonly demand: string
    readonly agency: string
    readonly category: string
    readonly by: string
    readonly at: string
  },
): Promise<void> {
  const row = { category, by_hand: true, decided_by: by, decided_at: at }
  await work.db
    .insertInto('hotline_demand_categories')
    .values({ demand, agency, ...row })
    .onConflict(conflict => conflict.column('demand').doUpdateSet(row))
    .execute()
  await together(work, [factsCategorised([demand])])
}

/** Open demands of which no model said anything yet, the newest first. */
export async function uncategorised(
  work: Work,
  agency: string,
  most: number,
): Promise<(Message & { readonly id: string })[]> {
  return await work.db
    .selectFrom('hotline_standings as s')
    .innerJoin('hotline_demands as d', 'd.id', 's.demand')
    .leftJoin('hotline_demand_categories as c', 'c.demand', 's.demand')
    .select(['d.id', 'd.subject', 'd.body'])
    .where('s.agency', '=', agency)
    .where('s.closed_at', 'is', null)
    .where('c.demand', 'is', null)
    .orderBy('s.filed_at', 'desc')
    .limit(most)
    .execute()
}

/** What may be learned from: what people decided, and what was sent to a unit as a model had said; in the order of filing. */
export async function labelledPast(work: Work, agency: string): Promise<Labelled[]> {
  const rows = await work.db
    .selectFrom('hotline_demand_categories as c')
    .innerJoin('hotline_demands as d', 'd.id', 'c.demand')
    .innerJoin('hotline_standings as s', 's.demand', 'c.demand')
    .select(['c.category', 'c.by_hand as byHand', 'd.subject', 'd.body'])
    .where('c.agency', '=', agency)
    .where('c.category', '<>', '')
    .where(({ or, eb }) => or([eb('c.by_hand', '=', true), eb('s.dispatched_at', 'is not', null)]))
    .orderBy('c.by_hand', 'desc')
    .orderBy('d.filed_at', 'desc')
    .orderBy('d.number', 'desc')
    .limit(mostLearned)
    .execute()
  return rows
    .toReversed()
    .map(({ category, byHand, subject, body }) => ({ category, byHand, message: { subject, body } }))
}

/** What models had said where people decided afterwards, at the first level. */
export async function judgedByPeople(work: Work, agency: string): Promise<Judged[]> {
  const rows = await work.db
    .selectFrom('hotline_demand_categories')
    .select(['category', 'suggested', 'confidence'])
    .where('agency', '=', agency)
    .where('by_hand', '=', true)
    .where('suggested', 'is not', null)
    .orderBy('decided_at', 'desc')
    .limit(mostJudged)
    .execute()
  return rows.map(({ category, suggested, confidence }) => ({
    ...{ truth: firstLevel(category), said: firstLevel(suggested ?? '') },
    confidence: confidence ?? 0,
  }))
}

/** How many demands were sent on as a model had said, nobody correcting it. */
export async function confirmedByDispatch(work: Work, agency: string): Promise<number> {
  const { count } = await work.db
    .selectFrom('hotline_demand_categories as c')
    .innerJoin('hotline_standings as s', 's.demand', 'c.demand')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('c.agency', '=', agency)
    .where('c.by_hand', '=', false)
    .where('c.category', '<>', '')
    .where('s.dispatched_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
