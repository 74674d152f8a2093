import { html } from 'hono/html'
import { dutyKindLabel, dutyKinds } from '../../../statute/proactive.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { isItemForm, theForm } from '../../forms.ts'
import { validities, validityLabel } from '../../item.ts'
import type { Counted } from '../../store/search/counts.ts'
import { narrowingOf, type SearchQuery, searchAddress } from './query.ts'
import type { SearchView } from './view.ts'

const dimensions = ['agency', 'form', 'duty', 'year', 'validity'] as const
type Dimension = (typeof dimensions)[number]
const dimensionLabel = {
  ...{ agency: '机关', form: '形式', duty: '类别', year: '公开年度', validity: '有效性' },
} as const satisfies Record<Dimension, string>
/** So many choices of a kind are listed. */
const most = 10

/** How many hits stand, as they are narrowed now. */
export function totalOf({ facets }: Counted, query: SearchQuery): number {
  return countBy(facets, query).reduce((sum, { count }) => sum + count, 0)
}

function countBy(facets: Counted['facets'], query: SearchQuery, but?: Dimension): Counted['facets'] {
  const wanted = narrowingOf(query)
  return facets.filter(facet =>
    dimensions.every(name => name === but || wanted[name] === undefined || wanted[name] === facet[name]),
  )
}

/** The choices that narrow the search, each with how many it leaves; what is chosen can be taken back. */
export function facetLists(view: SearchView): Markup {
  const chosen = dimensions.filter(name => view.query[name] !== undefined).length
  return html`<details class="facets"${chosen > 0 ? html` open` : ''}><summary>缩小范围${chosen === 0 ? '' : `（已选 ${chosen} 项）`}</summary>
${dimensions.map(name => facetList(view, name))}</details>`
}

function facetList(view: SearchView, name: Dimension): Markup | string {
  const { query, counted } = view
  const counts = new Map<string, number>()
  for (const facet of countBy(counted.facets, query, name)) {
    counts.set(String(facet[name]), (counts.get(String(facet[name])) ?? 0) + facet.count)
  }
  const here = query[name] === undefined ? undefined : String(query[name])
  const sorted = [...counts].toSorted(([a, some], [b, others]) =>
    name === 'year' ? Number(b) - Number(a) : others - some,
  )
  if (sorted.length < 2 && here === undefined) return ''
  const to = (value: string | undefined) => {
    const year = value === undefined ? undefined : Number(value)
    return paths.search(searchAddress(query, name === 'year' ? { year } : { [name]: value }))
  }
  const link = (label: string, value: string | undefined) =>
    html`<li><a href="${to(value)}"${value === here ? html` aria-current="true"` : ''}>${label}</a></li>`
  return html`<p id="by-${name}">${dimensionLabel[name]}</p><ul class="views" aria-labelledby="by-${name}">${link('不限', undefined)}${sorted.slice(0, most).map(([value, count]) => link(`${valueLabel(view, name, value)}（${count}）`, value))}</ul>`
}

function valueLabel({ agencyNames }: SearchView, name: Dimension, value: string): string {
  switch (name) {
    case 'agency':
      return agencyNames.get(value) ?? value
    case 'form':
      return isItemForm(value) ? theForm(value).label : value
    case 'duty': {
      const duty = dutyKinds.find(each => each === value)
      return duty === undefined ? value : (dutyKindLabel[duty].split(/[、（]/)[0] ?? value)
    }
    case 'year':
      return `${value} 年`
    case 'validity': {
      const validity = validities.find(each => each === value)
      return validity === undefined ? value : validityLabel[validity]
    }
  }
}
