import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suggestedFor } from '../src/hotline/act/categories/suggesting.ts'
import { chance } from '../src/hotline/chance.ts'
import { type Judged, macroF1 } from '../src/hotline/classify/accuracy.ts'
import type { CategoryModel } from '../src/hotline/classify/model.ts'
import { type Labelled, learnedFromPast } from '../src/hotline/classify/office-model.ts'
import { duplicateDays, isLikelyDuplicate, likenessOf } from '../src/hotline/duplicates/likely.ts'
import type { Duty } from '../src/hotline/duties/duty.ts'
import { learnUnits } from '../src/hotline/duties/learning.ts'
import { type Known, suggestionFor } from '../src/hotline/duties/suggestion.ts'
import { messageIn } from '../src/hotline/read/messages.ts'
import { tableRows } from '../src/hotline/read/table.ts'
import { addDays, dayNumber, dayOf } from '../src/statute/day.ts'
import { answered, filedOn, inOrder, type Told } from './dispatch/answered.ts'
import { type Demand, demands } from './hotline/demands.ts'

const corpus = fileURLToPath(new URL('../../shared/corpus/hotline/', import.meta.url))
const [labelled, replied] = [`${corpus}labelled.tsv`, `${corpus}replied.tsv`]

/** Trains on the earlier four fifths and tests on what came later: invented demands, then real ones where they are at hand. */
export async function run(): Promise<void> {
  invented()
  if (existsSync(corpus)) await real()
  else console.log('no corpus at ../shared/corpus/hotline: only invented demands')
  duplicates(demands(6000))
}

/** Each category is a unit; on 1 October one passes to another unit, and one dispatch in twenty went astray. */
function invented(): void {
  const all = [...demands(12_000)].sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : Number(a.id) - Number(b.id),
  )
  const draw = chance(11)
  const units = [...new Set(all.map(({ category }) => category))]
  const changedOn = dayOf('2025-10-01')
  const unitOf = ({ category, on }: Demand) =>
    category === '交通运输' && on >= changedOn ? '市交通执法支队' : category
  const truth = all.map(({ category: kind, ...each }) => ({
    ...{ ...each, kind, unit: unitOf({ ...each, category: kind }) },
  }))
  const noisy = truth.map(each => ({
    ...each,
    unit: draw() < 0.05 ? (units[Math.floor(draw() * units.length)] ?? '') : each.unit,
  }))
  const cut = Math.floor(all.length * 0.8)
  const duty = (matter: string, unit: string): Duty => ({
    ...{ id: matter, hotline: 'hotline', matter, place: '', unit, basis: '' },
    ...{ from: changedOn, until: null },
  })
  const listed = ['公交间隔', '出租车拒载', '红绿灯', '黑车', '断头路'].map(matter =>
    duty(matter, '市交通执法支队'),
  )
  report('invented, past dispatches alone', noisy.slice(0, cut), truth.slice(cut), [])
  const office = learnedFromPast(
    demands(3000, 8).map(({ category, ...message }) => ({ category, message, byHand: true })),
  ).model
  const [toldBefore, toldLater] = [told(noisy.slice(0, cut), office), told(truth.slice(cut), office)]
  report('the same, with the category as told', toldBefore, toldLater, [])
  report(
    'the same, chosen by people, one in twenty wrong',
    chosen(noisy.slice(0, cut)),
    chosen(truth.slice(cut)),
    [],
  )
  report('invented, with the list after the reorganisation', noisy.slice(0, cut), truth.slice(cut), listed)
}

/** With the category that people chose; one choice in twenty is wrong. */
function chosen(all: readonly (Told & { readonly kind: string })[]): Told[] {
  const draw = chance(13)
  const names = [...new Set(all.map(({ kind }) => kind))]
  return all.map(each => {
    const wrong = draw() < 0.05
    const category = wrong ? (names[Math.floor(draw() * names.length)] ?? '') : each.kind
    return { ...each, category: { category, byHand: true } }
  })
}

async function real(): Promise<void> {
  const dated: Told[] = []
  const all: Labelled[] = []
  for await (const row of tableRows(labelled)) {
    const [message, category] = [messageIn(row, labelled), row.valueOf('category')]
    all.push({ message, category, byHand: true })
    const on = filedOn(row.valueOf('filed_at'))
    if (on !== undefined) dated.push({ ...message, unit: category, on })
  }
  const parted = (told: readonly Told[]) =>
    [told.slice(0, Math.floor(told.length * 0.8)), told.slice(Math.floor(told.length * 0.8))] as const
  report('real, category as unit', ...parted(inOrder(dated)), [])
  const handled = await answered(replied)
  report('real, unit that the reply names', ...parted(handled), [])
  const { model } = learnedFromPast(all)
  report('the same, with the category as told', ...parted(told(handled, model)), [])
}

/** With the category of which a model is sure; it was learned from other demands. */
function told(demands: readonly Told[], model: CategoryModel): Told[] {
  return demands.map(each => {
    const { category } = suggestedFor(model, '', each)
    return category === '' ? each : { ...each, category: { category, byHand: false } }
  })
}

function report(what: string, past: readonly Told[], later: readonly Told[], duties: readonly Duty[]): void {
  const started = performance.now()
  const learned = learnUnits(past)
  const trained = performance.now()
  const units = new Set([...past, ...later].map(({ unit }) => unit))
  const known: Omit<Known, 'category'> = {
    duties,
    precedents: [],
    corrections: [],
    learned,
    returnedBy: [],
    units,
  }
  const judged: (Judged & { readonly three: boolean; readonly sure: boolean })[] = later.map(each => {
    const { unit, others } = suggestionFor({ ...each, place: '' }, each.on, {
      ...known,
      category: each.category,
    })
    const said = unit ?? others[0] ?? ''
    const three = [said, ...others].slice(0, 3).includes(each.unit)
    return { truth: each.unit, said, confidence: 0, three, sure: unit !== null }
  })
  const of = (list: readonly Judged[]) =>
    list.filter(({ truth, said }) => truth === said).length / (list.length || 1)
  console.table([
    {
      what,
      ...{ past: past.length, later: later.length },
      'top 1': of(judged).toFixed(4),
      'top 3': (judged.filter(({ three }) => three).length / judged.length).toFixed(4),
      'macro F1': macroF1(judged).toFixed(4),
      undecided: (judged.filter(({ sure }) => !sure).length / judged.length).toFixed(4),
      'right where it suggests': of(judged.filter(({ sure }) => sure)).toFixed(4),
      'training s': ((trained - started) / 1000).toFixed(1),
      'suggesting ms': ((performance.now() - trained) / later.length).toFixed(2),
    },
  ])
}

/** Every pair of demands within the span against the truth: two of one hot matter are one demand told twice. */
function duplicates(all: readonly Demand[]): void {
  const days = Map.groupBy(all, ({ on }) => dayNumber(on))
  const [right, wrong, missed] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const seen = all.filter((_, at) => at % 40 === 0)
  for (const one of seen) {
    for (let back = 0; back <= duplicateDays; back++) {
      for (const other of days.get(dayNumber(addDays(one.on, -back))) ?? []) {
        if (other === one || (back === 0 && Number(other.id) > Number(one.id))) continue
        const same = one.matter !== undefined && one.matter === other.matter
        const said = isLikelyDuplicate(likenessOf({ ...one, place: '' }, { ...other, place: '' }))
        if (same || said) (same && said ? right : same ? missed : wrong).add(`${one.id} ${other.id}`)
      }
    }
  }
  const share = (part: number, rest: number) => (part / (part + rest || 1)).toFixed(4)
  console.table([
    {
      what: 'duplicates, pairs of invented demands',
      asked: seen.length,
      ...{ right: right.size, wrong: wrong.size, missed: missed.size },
      precision: share(right.size, wrong.size),
      recall: share(right.size, missed.size),
    },
  ])
}
