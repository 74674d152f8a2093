import { type RowField, type RowMapping, rowFieldLabel, rowFields } from '../../rows/columns.ts'
import type { RowsRun } from '../../rows/view.ts'

/** What each column of the file is: proposed by its heading, or as it was read the last time. */
export function Columns({ run, change }: { run: RowsRun; change: (mapping: RowMapping) => void }) {
  const { headings, mapping, samples } = run
  const moved = (column: number, field: RowField | undefined): RowMapping => {
    const others = Object.entries(mapping).filter(([name, at]) => at !== column && name !== field)
    return { ...Object.fromEntries(others), ...(field === undefined ? {} : { [field]: column }) }
  }
  return (
    <section className="card" aria-label="核对各列">
      <h2>二、核对各列</h2>
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
            {headings.map((heading, column) => {
              const name = heading === '' ? `第 ${column + 1} 列` : heading
              const field = rowFields.find(each => mapping[each] === column)
              return (
                <tr key={`${name} ${rowFields.indexOf(field ?? 'reference')} ${samples[0]?.[column] ?? ''}`}>
                  <th scope="row">{name}</th>
                  <td>
                    <select
                      className="field"
                      aria-label={`“${name}”作为`}
                      value={field ?? ''}
                      onChange={({ target: { value } }) =>
                        change(
                          moved(
                            column,
                            rowFields.find(each => each === value),
                          ),
                        )
                      }
                    >
                      <option value="">不读取</option>
                      {rowFields.map(each => (
                        <option key={each} value={each}>
                          {rowFieldLabel[each]}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td className="samples">{samples.map(row => row[column] ?? '').join('；')}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
