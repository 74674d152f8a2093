import { agencyTree } from '../../../office/agencies.ts'
import type { Work } from '../../../platform/work.ts'
import { inChinese } from '../../../statute/day.ts'
import { paths } from '../../../web/paths.ts'
import { formOf, hasRows, type ItemForm, itemForms } from '../../forms.ts'
import { type PublicLine, publicLines } from '../../store/rows/public.ts'
import type { FoundElsewhere, SearchElsewhere } from './view.ts'

/** What the search finds among results in bulk: who holds a decision looks for its number, its party or its matter. */
export const resultsElsewhere: SearchElsewhere = {
  name: 'results',
  label: '许可、处罚等结果',
  find: resultsFound,
}

type Part = Parameters<SearchElsewhere['find']>[2]

async function resultsFound(work: Work, words: readonly string[], { agency, year, from, size }: Part) {
  const q = words.join(' ')
  const linesOf = (form: ItemForm, page: number) =>
    publicLines(work, { form, q, agency, year }, { page, size })
  const forms = itemForms.filter(hasRows)
  const firsts = await Promise.all(forms.map(async form => ({ form, ...(await linesOf(form, 1)) })))
  const hits: FoundElsewhere[] = []
  const names = new Map((await agencyTree(work)).map(({ code, name }) => [code, name]))
  let skip = from
  for (const { form, total, lines: first } of firsts) {
    // A form's rows may begin in the middle of a page of all: its pages are cut to what is wanted.
    for (let at = skip; at < total && hits.length < size; at += size - (at % size)) {
      const page = Math.floor(at / size) + 1
      const lines = page === 1 ? first : (await linesOf(form, page)).lines
      const wanted = lines.slice(at % size, (at % size) + size - hits.length)
      hits.push(...wanted.map(line => hitOf(form, line, names)))
      if (lines.length === 0) break
    }
    skip = Math.max(0, skip - total)
  }
  const total = firsts.reduce((sum, each) => sum + each.total, 0)
  return { total, hits, exact: firsts.every(({ more }) => !more) }
}

function hitOf(form: ItemForm, line: PublicLine, names: ReadonlyMap<string, string>): FoundElsewhere {
  const { reference, party, matter, batch, place, agency, decidedOn } = line
  return {
    ...{ title: `${reference}　${party}`, path: paths.resultsRow(form, batch, place), text: matter },
    note: `${names.get(agency) ?? agency}　${formOf[form].label}　${inChinese(decidedOn)}决定`,
  }
}
