import {
  requiredTicketFields,
  type TicketField,
  type TicketMapping,
  ticketFieldLabel,
  ticketFields,
} from '../../../doors/tickets/fields.ts'
import type { TicketsRun } from '../../../doors/tickets/run.ts'

interface Changing {
  readonly run: TicketsRun
  readonly change: (mapping: TicketMapping) => void
}

/** For each thing that a ticket says, which column says it: proposed by the headings, and changeable. */
export function Columns({ run: { mapping, headings, samples }, change }: Changing) {
  const missing = requiredTicketFields.filter(field => mapping.columns[field] === undefined)
  const choose = (field: TicketField, text: string) => {
    const { [field]: _before, ...others } = mapping.columns
    const columns = text === '' ? others : { ...others, [field]: Number(text) }
    change({ ...mapping, columns })
  }
  return (
    <section className="card" aria-label="核对各列">
      <h2>二、核对各列</h2>
      {missing.length > 0 && (
        <p className="late">{`还没有指明：${missing.map(field => ticketFieldLabel[field]).join('、')}。`}</p>
      )}
      <div className="frame">
        <table className="lines">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">表中的列</th>
              <th scope="col">前几行的内容</th>
            </tr>
          </thead>
          <tbody>
            {ticketFields.map(field => (
              <tr key={field}>
                <th scope="row">{ticketFieldLabel[field]}</th>
                <td>
                  <select
                    className="field"
                    aria-label={`${ticketFieldLabel[field]}所在的列`}
                    value={mapping.columns[field] ?? ''}
                    onChange={event => choose(field, event.target.value)}
                  >
                    <option value="">没有</option>
                    {headings.map((heading, column) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                      <option key={column} value={column}>
                        {heading || `第 ${column + 1} 列`}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="samples">
                  {samples
                    .map(row => row[mapping.columns[field] ?? -1] ?? '')
                    .filter(text => text !== '')
                    .join('；')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
