import { aContent } from '../../src/disclosure/act/an-item.ts'
import { type ItemForm, theForm } from '../../src/disclosure/forms.ts'
import type { Item, ItemContent } from '../../src/disclosure/item.ts'
import { readable } from '../../src/disclosure/store/search/readable.ts'
import { type SearchRow, searchRow } from '../../src/disclosure/store/search/row.ts'
import { pairsOfText } from '../../src/platform/text/pairs.ts'
import { addDays, type Day, dayOf, yearOf } from '../../src/statute/day.ts'
import { bodyOf, numbersFrom, wordDrawer } from './text.ts'

/** How much is built. */
export interface Size {
  readonly items: number
  readonly characters: number
}

/** The agencies of the benchmark; the first publishes half of all. */
export const agencies = Array.from({ length: 12 }, (_, at) => `bench-${at}`)
/** Everything was published in the ten years up to this day. */
export const lastDay = dayOf('2025-12-31')
const days = 3650

const forms = [
  ...(['normativeDocument', 'document', 'news', 'story', 'interpretation', 'budget', 'project'] as const),
] as const satisfies readonly ItemForm[]

/** One item of the benchmark, the same in every run. `row` is of its head alone; the body comes from a stock. */
export interface Built {
  readonly place: number
  readonly item: Item
  readonly on: Day
  readonly content: ItemContent
  readonly row: SearchRow
  readonly body: Body
}

/** A body with what the search reads of it, ready to be copied. */
interface Body {
  readonly html: string
  readonly text: string
  readonly words: string
}

/** Each body stands in so many items, under different heads: texts enough to differ, and quick to make. */
const shared = 15

/** The items, the oldest first. */
export function* itemsOf({ items, characters }: Size): Generator<Built> {
  const draw = wordDrawer(20260120)
  const next = numbersFrom(7)
  const stock = Array.from({ length: Math.ceil(items / shared) }, () => aBody(draw, characters))
  for (let place = 1; place <= items; place++) {
    const on = addDays(lastDay, Math.floor(((place - items) / items) * days))
    const agency = agencies[next() < 0.5 ? 0 : Math.floor(next() * agencies.length)] ?? ''
    const id = `${agency}-${yearOf(on)}-${String(place).padStart(6, '0')}`
    const item = { id, agency, indexNumber: `${agency}/${place}`, startedOn: on }
    const form = forms[Math.floor(next() * forms.length)] ?? 'document'
    const validity = next() < 0.9 ? 'inForce' : 'repealed'
    const body = stock[Math.floor(next() * stock.length)] ?? aBody(draw, characters)
    const content = contentOf(draw, { form, on, place })
    const row = searchRow({ item, content, validity, publishedOn: on, attached: [] })
    yield { place, item, on, content: { ...content, body: body.html }, row, body }
  }
}

function aBody(draw: () => string, characters: number): Body {
  const html = bodyOf(draw, characters)
  const text = readable(html)
  return { html, text, words: pairsOfText(text).join(',') }
}

interface Made {
  readonly form: ItemForm
  readonly on: Day
  readonly place: number
}

function contentOf(draw: () => string, { form, on, place }: Made): ItemContent {
  const words = Array.from({ length: 6 }, draw)
  return aContent({
    ...{ form, duty: theForm(form).duty, madeOn: on, body: '' },
    title: `关于${words.slice(0, 5).join('')}的通知`,
    documentNumber: form === 'normativeDocument' ? `测发〔${yearOf(on)}〕${place}号` : null,
    ...{ keywords: words.slice(0, 2), summary: `${words.slice(2).join('')}。` },
  })
}
