import { theForm } from '../../disclosure/forms.ts'
import { blankContent, type ItemContent } from '../../disclosure/item.ts'
import type { ResultLine } from '../../disclosure/rows/line.ts'
import { addDays, type Day, dayOf, yearOf } from '../../statute/day.ts'
import { momentOn, workdayFrom } from './chance.ts'
import type { Field } from './topics.ts'

/** One item of the demo before it is told; others are named by their keys, because ids come with the telling. */
export interface Paper {
  readonly key: string
  readonly agency: string
  readonly content: ItemContent
  readonly publishedOn: Day
  readonly at: string
  readonly interprets?: string | undefined
  readonly repeals?: readonly string[] | undefined
  readonly rows?: (() => Iterable<ResultLine>) | undefined
}

/** What a paper says beyond what is usual of its form. */
export type Said = Partial<ItemContent> & Pick<ItemContent, 'form' | 'title' | 'body'>

/** Makes the papers of an agency, each with a key and a number in turn. */
export class Desk {
  readonly field: Field
  readonly papers: Paper[] = []
  readonly #last = new Map<number, number>()
  #turn: number

  constructor(field: Field, turn: number) {
    this.field = field
    this.#turn = turn
  }

  /** The next in turn, so that neighbours differ. */
  get turn(): number {
    return this.#turn
  }

  /** The next 发文字号 of that year. */
  number(year: number): string {
    const next = (this.#last.get(year) ?? 0) + 1
    this.#last.set(year, next)
    return `${this.field.word}〔${year}〕${next}号`
  }

  /** The matter that a paper is about, and what kind of paper it is. */
  #keywords({ title, form }: Said): string[] {
    const matter = this.field.topics.find(({ name }) => title.includes(name))
    return [...(matter === undefined ? [] : [matter.name]), theForm(form).label]
  }

  /** Adds a paper that was made about that day, and published so many days later. */
  add(
    day: Day,
    said: Said,
    more: Partial<Paper> & { readonly after?: number; readonly numbered?: boolean } = {},
  ): Paper {
    this.#turn++
    const madeOn = workdayFrom(day)
    const { after = 2 + (this.#turn % 6), numbered = false, ...rest } = more
    const publishedOn = workdayFrom(addDays(madeOn, after))
    const { duty } = theForm(said.form)
    const content: ItemContent = {
      ...{ ...blankContent(said.form, duty), theme: this.field.theme, madeOn },
      ...{ documentNumber: numbered ? this.number(yearOf(madeOn)) : null },
      ...{ keywords: this.#keywords(said), summary: summaryOf(said.body) },
      ...{ series: matters.find(matter => said.title.includes(matter)) ?? '', ...said },
    }
    const { agency } = this.field
    const key = `${agency} ${this.papers.length}`
    const paper = { key, agency, content, publishedOn, at: momentOn(publishedOn, this.#turn), ...rest }
    this.papers.push(paper)
    return paper
  }
}

/** Whatever is made public on one of these stands in a collection, 专题. */
const matters = ['老旧小区改造', '安全生产', '营商环境'] as const

/** The first whole sentences of a text, without its headings and whom it is addressed to. */
function summaryOf(body: string): string {
  const paragraphs = [...body.matchAll(/<p>(.*?)<\/p>/gs)].map(([, words = '']) =>
    words.replace(/<[^>]*>/g, ''),
  )
  const sentences = paragraphs.flatMap(words => words.match(/[^。！？]+[。！？]/g) ?? [])
  const [first = '', ...rest] = sentences
  return rest.reduce((said, next) => (said.length + next.length > 80 ? said : said + next), first)
}

/** A day of a month. */
export function dayIn(year: number, month: number, date: number): Day {
  return dayOf(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
}
