import { themes } from '../../../statute/proactive.ts'
import { isItemForm, itemForms, theForm } from '../../forms.ts'
import type { ColumnMeaning, SiteMapping } from '../../importing/mapping.ts'

interface Meaning {
  readonly mapping: SiteMapping
  readonly unknown: readonly string[]
  readonly change: (some: Partial<SiteMapping>) => void
}

/** What the pages of each column become, as far as the words of the column do not say it. */
export function Columns({ mapping, unknown, change }: Meaning) {
  const told = mapping.columns ?? {}
  const columns = [...new Set([...Object.keys(told), ...unknown])]
  if (columns.length === 0) return null
  const put = (column: string, meaning: ColumnMeaning) => change({ columns: { ...told, [column]: meaning } })
  return (
    <div className="frame">
      <table className="lines">
        <caption>栏目对应</caption>
        <thead>
          <tr>
            <th scope="col">原栏目</th>
            <th scope="col">信息形式</th>
            <th scope="col">主题分类</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(column => (
            <tr key={column}>
              <th scope="row">{column}</th>
              <td>
                <select
                  className="field"
                  aria-label={`“${column}”的信息形式`}
                  value={told[column]?.form ?? ''}
                  onChange={({ target: { value } }) => {
                    const { form: _, ...rest } = told[column] ?? {}
                    put(column, isItemForm(value) ? { ...rest, form: value } : rest)
                  }}
                >
                  <option value="">按栏目名称判断</option>
                  {itemForms.map(form => (
                    <option key={form} value={form}>
                      {theForm(form).label}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                <select
                  className="field"
                  aria-label={`“${column}”的主题分类`}
                  value={told[column]?.theme ?? ''}
                  onChange={({ target: { value } }) => {
                    const { theme: _, ...rest } = told[column] ?? {}
                    const theme = themes.find(each => each === value)
                    put(column, theme === undefined ? rest : { ...rest, theme })
                  }}
                >
                  <option value="">按页面所写</option>
                  {themes.map(theme => (
                    <option key={theme}>{theme}</option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface Named extends Meaning {
  readonly agencies: readonly { readonly code: string; readonly name: string }[]
}

/** Which agency is meant by a name that nobody here bears. */
export function Agencies({ mapping, unknown, agencies, change }: Named) {
  const told = mapping.agencies ?? {}
  const names = [...new Set([...Object.keys(told), ...unknown])]
  if (names.length === 0) return null
  return (
    <div className="frame">
      <table className="lines">
        <caption>机构名称对应</caption>
        <thead>
          <tr>
            <th scope="col">页面中的机构名称</th>
            <th scope="col">机关</th>
          </tr>
        </thead>
        <tbody>
          {names.map(name => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <select
                  className="field"
                  aria-label={`“${name}”是`}
                  value={told[name] ?? ''}
                  onChange={({ target: { value } }) => {
                    const others = Object.entries(told).filter(([other]) => other !== name)
                    change({
                      agencies: { ...Object.fromEntries(others), ...(value === '' ? {} : { [name]: value }) },
                    })
                  }}
                >
                  <option value="">没有指明，不迁入</option>
                  {agencies.map(({ code, name: label }) => (
                    <option key={code} value={code}>
                      {label}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
