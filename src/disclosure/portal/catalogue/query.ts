import { numberIn } from '../../../office/portal/shown.ts'
import { type DutyKind, dutyKinds, genres, themes } from '../../../statute/proactive.ts'
import type { AnyQuery } from '../../../web/paths.ts'
import { type ItemForm, isItemForm, theForm } from '../../forms.ts'
import { type ShelfQuery, type ShelfSort, shelfSorts } from '../../store/shelf/lines.ts'

/** What the address of the catalogue asks for; what is no choice is left out. */
export interface CatalogueQuery {
  readonly agency?: string | undefined
  readonly duty?: DutyKind | undefined
  readonly theme?: string | undefined
  readonly genre?: string | undefined
  readonly form?: ItemForm | undefined
  readonly year?: number | undefined
  readonly validity?: 'inForce' | 'ended' | undefined
  readonly series?: string | undefined
  readonly sort?: ShelfSort | undefined
  readonly page: number
  readonly size: number
}

const sizes = [20, 50, 100] as const

/** Reads the address. */
export function catalogueQueryIn(read: (name: string) => string | undefined): CatalogueQuery {
  const form = read('form') ?? ''
  const year = numberIn(read('year'))
  const size = numberIn(read('size'))
  const validity = read('validity')
  return {
    ...{
      agency: read('agency')?.slice(0, 60) || undefined,
      series: read('series')?.slice(0, 100) || undefined,
    },
    duty: dutyKinds.find(each => each === read('duty')),
    theme: themes.find(each => each === read('theme')),
    genre: genres.find(each => each === read('genre')),
    form: isItemForm(form) ? form : undefined,
    year: year !== undefined && year >= 1949 && year <= 2200 ? year : undefined,
    validity: validity === 'inForce' || validity === 'ended' ? validity : undefined,
    sort: shelfSorts.find(each => each === read('sort') && each !== '-publishedOn'),
    page: Math.max(1, numberIn(read('page')) ?? 1),
    size: sizes.find(each => each === size) ?? 20,
  }
}

/** The query as an address writes it; what is usual is left out. */
export function addressQuery({ page, size, ...rest }: CatalogueQuery): AnyQuery {
  return { ...rest, size: size === 20 ? undefined : size, page: page === 1 ? undefined : page }
}

/** The query as the shelf is asked it. */
export function shelfQuery({ form, page: _, size: __, ...rest }: CatalogueQuery): ShelfQuery {
  const asked = form === undefined ? undefined : [form]
  return { ...rest, forms: asked ?? (rest.validity === undefined ? undefined : lasting) }
}

/** The forms that are in force or not. */
const lasting: readonly ItemForm[] = (['regulation', 'normativeDocument'] as const).filter(
  form => theForm(form).inForce,
)

/** How many things are asked for besides the first page of everything. */
export function narrowings(query: CatalogueQuery): [string, string][] {
  const { page, size, ...rest } = addressQuery(query)
  const all = { ...rest, page, size }
  return Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
}

/** Is it the page of one agency: all that it made public, from the first line? */
export function isAgencyPage(query: CatalogueQuery): boolean {
  const asked = narrowings(query)
  return asked.length === 1 && query.agency !== undefined
}
