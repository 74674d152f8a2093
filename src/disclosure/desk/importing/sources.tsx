import { Button } from 'antd'
import {
  type SiteField,
  type SiteMapping,
  type SiteSource,
  siteFieldLabel,
  siteFields,
  sourceKindLabel,
  sourceKinds,
  usualFields,
} from '../../importing/mapping.ts'

interface Changing {
  readonly mapping: SiteMapping
  readonly change: (some: Partial<SiteMapping>) => void
}

/** Where each field stands: as usual, or where the mapping says; the first place that says something counts. */
export function Sources({ mapping, change }: Changing) {
  const put = (field: SiteField, sources: readonly SiteSource[] | undefined) => {
    const others = Object.entries(mapping.fields ?? {}).filter(([name]) => name !== field)
    change({
      fields: { ...Object.fromEntries(others), ...(sources === undefined ? {} : { [field]: sources }) },
    })
  }
  return (
    <details>
      <summary>各项在页面的哪里</summary>
      <p>页面元素只能写标签、#标识、.类名，空格表示“其中的”，如 div.content #zoom。</p>
      <div className="frame">
        <table className="lines">
          <tbody>
            {siteFields.map(field => (
              <tr key={field}>
                <th scope="row">{siteFieldLabel[field]}</th>
                <td>
                  <OneField
                    field={field}
                    sources={mapping.fields?.[field]}
                    put={sources => put(field, sources)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

interface Placing {
  readonly field: SiteField
  readonly sources: readonly SiteSource[] | undefined
  readonly put: (sources: readonly SiteSource[] | undefined) => void
}

function OneField({ field, sources, put }: Placing) {
  const begin: SiteSource = { from: field === 'body' ? 'select' : 'label', name: '' }
  if (sources === undefined)
    return (
      <div className="source">
        <span className="samples">{usualWords(field)}</span>
        <Button size="small" aria-label={`另行指明${siteFieldLabel[field]}`} onClick={() => put([begin])}>
          另行指明
        </Button>
      </div>
    )
  const set = (at: number, source: SiteSource) =>
    put(sources.map((each, place) => (place === at ? source : each)))
  return (
    <>
      {sources.map((source, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place in the list is what it is known by.
        <div className="source" key={at}>
          <Place field={field} source={source} at={at} set={changed => set(at, changed)} />
          <Button
            size="small"
            aria-label={`删除${siteFieldLabel[field]}的第 ${at + 1} 处`}
            onClick={() => put(sources.length === 1 ? undefined : sources.filter((_, place) => place !== at))}
          >
            删除
          </Button>
        </div>
      ))}
      <Button
        size="small"
        aria-label={`${siteFieldLabel[field]}再加一处`}
        onClick={() => put([...sources, begin])}
      >
        再加一处
      </Button>
    </>
  )
}

interface PlaceOf {
  readonly field: SiteField
  readonly source: SiteSource
  readonly at: number
  readonly set: (source: SiteSource) => void
}

function Place({ field, source, at, set }: PlaceOf) {
  const label = `${siteFieldLabel[field]}的第 ${at + 1} 处`
  const kinds = field === 'body' ? (['select'] as const) : sourceKinds
  return (
    <>
      <select
        className="field"
        aria-label={`${label}来自`}
        value={source.from}
        onChange={({ target }) => {
          const from = sourceKinds.find(each => each === target.value) ?? source.from
          set({ ...source, from })
        }}
      >
        {kinds.map(each => (
          <option key={each} value={each}>
            {sourceKindLabel[each]}
          </option>
        ))}
      </select>
      <input
        className="field"
        aria-label={label}
        value={source.name}
        onChange={({ target }) => set({ ...source, name: target.value })}
      />
    </>
  )
}

function usualWords(field: SiteField): string {
  const some = usualFields[field].slice(0, 4).map(({ from, name }) => `${sourceKindLabel[from]} ${name}`)
  return `通常：${some.join('，')}${usualFields[field].length > 4 ? '等' : ''}`
}
