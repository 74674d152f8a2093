import { useAgencies } from '../../../../desk/agencies.ts'
import { Choose } from '../../../../desk/choosing/choose.tsx'
import { Field } from '../../../../office/desk/acting.tsx'
import type { TicketMapping } from '../../../doors/tickets/fields.ts'
import type { TicketsRun } from '../../../doors/tickets/run.ts'

interface Changing {
  readonly run: TicketsRun
  readonly change: (mapping: TicketMapping) => void
}

/** Names of units that nobody here goes by: whom they mean is chosen once for all rows. */
export function Units({ run: { unknownUnits, mapping }, change }: Changing) {
  const agencies = useAgencies().map(({ code, name, initials }) => ({ value: code, label: name, initials }))
  const mean = (meant: Readonly<Record<string, string>>) => {
    const units = Object.entries({ ...mapping.units, ...meant }).filter(([, code]) => code !== '')
    change({ ...mapping, units: Object.fromEntries(units) })
  }
  const said = Object.keys(mapping.units).map(name => ({ name, count: 0 }))
  const all = [...unknownUnits, ...said]
  if (all.length === 0) return null
  return (
    <section className="card" aria-label="单位对照">
      <h2>单位对照</h2>
      <p>下列名称与本系统的机构不一致，请指明它们是哪个机构。</p>
      {all.map(({ name, count }) => (
        <Field key={name} label={`${name}${count === 0 ? '' : `（${count} 行）`}`}>
          <Choose
            control={{
              ...{ name, value: mapping.units[name] ?? '' },
              onChange: ({ target }) => mean({ [name]: target.value }),
            }}
            choices={agencies}
            write={mean}
            required={false}
          />
        </Field>
      ))}
    </section>
  )
}

const atOnce = 100

/** What is wrong, row by row. */
export function Faults({ run: { faults, faulty } }: Pick<Changing, 'run'>) {
  if (faults.length === 0) return null
  const shown = faults.slice(0, atOnce)
  return (
    <section className="card" aria-label="逐行问题">
      <h2>{`有错误的 ${faulty} 行`}</h2>
      <p>这些行不导入。改正后再选择同一个文件，已导入的不会重复。</p>
      <div className="frame">
        <table className="lines">
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">项目</th>
              <th scope="col">内容</th>
              <th scope="col">问题</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, label, value, message }) => (
              <tr key={`${row} ${label} ${message}`}>
                <td>{row}</td>
                <td>{label}</td>
                <td>{value}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {faults.length > shown.length && <p>{`只列出前 ${atOnce} 处。`}</p>}
    </section>
  )
}
