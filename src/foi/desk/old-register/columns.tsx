import {
  type Mapping,
  type OldField,
  oldFieldLabel,
  oldFields,
  requiredFields,
} from '../../old-register/fields.ts'
import type { RegisterView } from '../../old-register/view.ts'
import { applicantKindLabel, applicantKinds, channelLabel, channels } from '../../request.ts'

interface Changing {
  readonly view: RegisterView
  readonly change: (change: { readonly sheet?: string; readonly mapping?: Mapping | undefined }) => void
}

/** What each column of the file is, proposed by its heading; and what holds for all rows where no column says it. */
export function Columns({ view, change }: Changing) {
  const { mapping, headings } = view
  const all = headings.map((heading, column) => ({ heading: heading || `第 ${column + 1} 列`, column }))
  const missing = requiredFields.filter(field => mapping.columns[field] === undefined)
  return (
    <section className="card" aria-label="核对各列">
      <h2>二、核对各列</h2>
      {view.sheets.length > 1 && <SheetChoice view={view} change={change} />}
      {missing.length > 0 && (
        <p className="late">{`还没有指明：${missing.map(field => oldFieldLabel[field]).join('、')}。`}</p>
      )}
      <div className="frame">
        <table className="lines">
          <thead>
            <tr>
              <th scope="col">表中的列</th>
              <th scope="col">作为</th>
              <th scope="col">前几行的内容</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ heading, column }) => (
              <ColumnRow
                key={column}
                {...{ view, column, heading }}
                choose={field => change({ mapping: { ...mapping, columns: moved(mapping, column, field) } })}
              />
            ))}
          </tbody>
        </table>
      </div>
      <ForAll view={view} change={change} />
    </section>
  )
}

/** The columns when this one becomes that field; what was it before is it no more. */
function moved({ columns }: Mapping, column: number, field: OldField | undefined): Mapping['columns'] {
  const others = Object.entries(columns).filter(([name, at]) => at !== column && name !== field)
  return { ...Object.fromEntries(others), ...(field === undefined ? {} : { [field]: column }) }
}

interface Row {
  readonly view: RegisterView
  readonly column: number
  readonly heading: string
  readonly choose: (field: OldField | undefined) => void
}

function ColumnRow({ view, column, heading, choose }: Row) {
  const field = oldFields.find(each => view.mapping.columns[each] === column)
  const samples = view.samples.map(row => row[column] ?? '').filter(text => text !== '')
  return (
    <tr>
      <th scope="row">{heading}</th>
      <td>
        <select
          className="field"
          aria-label={`“${heading}”作为`}
          value={field ?? ''}
          onChange={event => choose(oldFields.find(each => each === event.target.value))}
        >
          <option value="">不导入</option>
          {oldFields.map(each => (
            <option key={each} value={each}>
              {oldFieldLabel[each]}
            </option>
          ))}
        </select>
      </td>
      <td className="samples">{samples.join('；')}</td>
    </tr>
  )
}

function SheetChoice({ view, change }: Changing) {
  return (
    <p>
      <label htmlFor="old-sheet">工作表 </label>
      <select
        id="old-sheet"
        className="field"
        value={view.sheet}
        onChange={event => change({ sheet: event.target.value, mapping: undefined })}
      >
        {view.sheets.map(sheet => (
          <option key={sheet} value={sheet}>
            {sheet}
          </option>
        ))}
      </select>
    </p>
  )
}

function ForAll({ view: { mapping }, change }: Changing) {
  return (
    <div className="for-all">
      <p>
        <label htmlFor="old-channel">没有写明渠道的，统一按 </label>
        <select
          id="old-channel"
          className="field"
          value={mapping.channel ?? ''}
          onChange={event => {
            const channel = channels.find(each => each === event.target.value) ?? null
            change({ mapping: { ...mapping, channel } })
          }}
        >
          <option value="">请选择</option>
          {channels.map(each => (
            <option key={each} value={each}>
              {channelLabel[each]}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label htmlFor="old-kind">没有写明申请人类型的，统一按 </label>
        <select
          id="old-kind"
          className="field"
          value={mapping.applicantKind ?? ''}
          onChange={event => {
            const applicantKind = applicantKinds.find(each => each === event.target.value) ?? null
            change({ mapping: { ...mapping, applicantKind } })
          }}
        >
          <option value="">请选择</option>
          {applicantKinds.map(each => (
            <option key={each} value={each}>
              {applicantKindLabel[each]}
            </option>
          ))}
        </select>
      </p>
    </div>
  )
}
