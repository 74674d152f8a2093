import { end } from '../../disclosure/act/ending.ts'
import { type ItemToKeep, keepImported } from '../../disclosure/act/importing/keeping.ts'
import type { Secrets } from '../../platform/secret.ts'
import type { Work } from '../../platform/work.ts'
import { addDays, type Day, dayOf, yearOf } from '../../statute/day.ts'
import { whoIsWho } from '../who.ts'
import { agencyResults, agencyYear } from './agency-year.ts'
import { tellAnswers } from './answers.ts'
import { documentsOf, earlierYear, lastYear, resultsOf, stock, yearUnderWay } from './bureau.ts'
import { momentOn, workdayFrom } from './chance.ts'
import { interpretation } from './kinds.ts'
import { tellOpen } from './open.ts'
import { Desk, type Paper } from './paper.ts'
import { tellStories } from './stories.ts'
import { doingOn, done, linked, type Telling, tellPaper } from './telling.ts'
import { fields, housingField } from './topics.ts'

/** The last year that is over on this day; on New Year's Eve it is. */
export function lastYearOf(until: Day): number {
  return yearOf(addDays(until, 1)) - 1
}

const housing = housingField.agency
/** Agencies that write on the platform themselves; the others' pages are moved in from the old site. */
const atWork = ['yunchuan', 'yunchuan-market']

/**
 * Tells four years of the city's shelf. Until the middle of the last year that is over the items came from the old site;
 * since then 住建局 works on the platform, and what it publishes goes through the hands of its people. What the second table of its
 * published reports says is what these items count.
 */
export async function tellItems(
  work: Work,
  { until, secrets }: { readonly until: Day; readonly secrets: Secrets },
): Promise<void> {
  const last = lastYearOf(until)
  const liveOn = workdayFrom(dayOf(`${last}-07-01`))
  const telling: Telling = { work, until, who: await whoIsWho(work), ids: new Map() }
  await tellAnswers(telling)
  const told = papersOf(last, until).filter(({ publishedOn }) => publishedOn <= until)
  const acted = told.filter(paper => isActed(paper, liveOn, until))
  const moved = told.filter(paper => !acted.includes(paper))
  await moveIn(
    telling,
    moved.filter(({ publishedOn }) => publishedOn < liveOn),
    liveOn,
  )
  await moveIn(
    telling,
    moved.filter(({ publishedOn }) => publishedOn >= liveOn),
    until,
  )
  for (const paper of acted.toSorted(byDay)) {
    await tellPaper(telling, paper)
    await endNamed(telling, paper)
  }
  await tellStories(telling, last)
  await tellOpen(telling, secrets)
}

const byDay = (a: Paper, b: Paper) =>
  a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0

function isActed({ agency, publishedOn, rows }: Paper, liveOn: Day, until: Day): boolean {
  if (rows !== undefined) return true
  if (agency === housing) return publishedOn >= liveOn
  return atWork.includes(agency) && publishedOn >= addDays(until, -100)
}

/** Everything of every agency, in no order of days. */
function papersOf(last: number, until: Day): Paper[] {
  const years = [last - 3, last - 2, last - 1, last]
  const under = yearOf(until) > last ? [yearOf(until)] : []
  const others = fields.flatMap((field, at) => {
    const desk = new Desk(field, at * 7)
    for (const year of [...years, ...under]) agencyYear(desk, year, year === years[0])
    agencyResults(desk, last)
    return desk.papers
  })
  return [...others, ...bureauPapers(years, until)]
}

function bureauPapers(years: readonly number[], until: Day): Paper[] {
  const desk = new Desk(housingField, 0)
  const [first = 0] = years
  const last = years.at(-1) ?? first
  const inForce = stock(desk, first)
  for (const year of years.slice(0, -1)) {
    for (const [at, document] of documentsOf(desk, year, inForce).entries())
      interpretation(desk, document, at)
    earlierYear(desk, year)
    resultsOf(desk, year, { permitResults: 4, penaltyResults: 2, coercionResults: 1, fees: 1 })
  }
  lastYear(desk, last, inForce)
  if (yearOf(until) > last) yearUnderWay(desk, yearOf(until), until)
  return desk.papers
}

/** Moves papers in from the old site, first those that name no other. */
async function moveIn(telling: Telling, papers: readonly Paper[], today: Day): Promise<void> {
  const names = ({ interprets, repeals }: Paper) => interprets !== undefined || repeals !== undefined
  for (const wave of [papers.filter(paper => !names(paper)), papers.filter(names)]) {
    for (const [agency, some] of Map.groupBy(wave.toSorted(byDay), each => each.agency)) {
      const by = telling.who('officer', agency)
      const keeping = { by, today, moment: momentOn(today, 3), source: '云川市原政府网站（演示）' }
      const ids = await keepImported(
        telling.work,
        keeping,
        some.map(paper => toKeep(telling, paper)),
      )
      for (const [at, { key }] of some.entries()) telling.ids.set(key, ids[at] ?? '')
    }
  }
  for (const paper of papers) await endNamed(telling, paper, today)
}

function toKeep(telling: Telling, paper: Paper): ItemToKeep {
  const { agency, publishedOn, at, key } = paper
  const old = `/art/${publishedOn.replaceAll('-', '/')}/${key.replaceAll(' ', '_')}.html`
  const content = linked(telling, paper)
  return { agency, content, publishedOn, publishedAt: at, indexNumber: null, old }
}

/** Ends what a moved document, or a decision to repeal, names: publication through the acts ends the rest by itself. */
async function endNamed(telling: Telling, paper: Paper, today = paper.publishedOn): Promise<void> {
  const { repeals = [], agency, content, publishedOn } = paper
  if (repeals.length === 0 || (content.form !== 'document' && today === publishedOn)) return
  const byWords = content.documentNumber ?? content.title
  const byItem = telling.ids.get(paper.key) ?? null
  for (const key of repeals) {
    const doing = doingOn(telling, { agency, key })('officer', today, 5)
    await done(end(telling.work, doing, { validity: 'repealed', endsOn: publishedOn, byWords, byItem }))
  }
}
