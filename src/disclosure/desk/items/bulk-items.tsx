import { useMemo, useRef } from 'react'
import { send } from '../../../desk/client.ts'
import type { BulkAct } from '../../../desk/list/column.ts'
import { inTurn } from '../../../desk/list/long-work.tsx'
import { type Session, useSession } from '../../../desk/session.ts'
import { Field } from '../../../office/desk/acting.tsx'
import { holds, roleLabel } from '../../../office/roles.ts'
import { draftStateLabel } from '../../standing.ts'
import { type ItemStep, lineOfItemStep } from '../../steps.ts'
import type { ItemLine } from '../../view.ts'
import { officeMoment } from '../office-moment.ts'
import { nameOf } from './columns.tsx'

type Typed = Record<string, string>

/** Checking, approving, publishing and scheduling many at once, where the table of steps allows it. */
export function useBulkItems(): readonly BulkAct<ItemLine>[] {
  const session = useSession()
  const moment = useRef<Typed>({})
  return useMemo(
    () => [
      act(session, 'check'),
      act(session, 'approve'),
      act(session, 'publish'),
      {
        ...act(session, 'schedule', () => ({ moment: officeMoment(moment.current.moment ?? '') })),
        preview: rows => (
          <>
            <What label="定时发布" rows={rows} />
            <Field label="发布时间（北京时间）">
              <input
                type="datetime-local"
                defaultValue={moment.current.moment}
                onChange={event => Object.assign(moment.current, { moment: event.target.value })}
              />
            </Field>
          </>
        ),
      },
    ],
    [session],
  )
}

function act(session: Session, step: ItemStep, bodyOf: () => object = () => ({})): BulkAct<ItemLine> {
  const { label } = lineOfItemStep(step)
  return {
    label,
    refusal: rows => refusalOf(session, step, rows),
    preview: rows => <What label={label} rows={rows} />,
    run(rows, told) {
      const body = bodyOf()
      const take = ({ id, version }: ItemLine) =>
        send('POST', `/items/${id}/steps/${step}`, { ...body, version })
      return inTurn(rows, { unit: '件', rowName: nameOf, act: take }, told)
    },
  }
}

/** What the table of steps says of these rows; the rest, as whose draft it is, the server says at each. */
function refusalOf(session: Session, step: ItemStep, rows: readonly ItemLine[]): string | undefined {
  const { roles, draft } = lineOfItemStep(step)
  const strange = rows.find(({ agency }) => !roles.some(role => holds(session, role, agency)))
  if (strange !== undefined) return `由本机关的${roles.map(role => roleLabel[role]).join('或')}办理。`
  const early = rows.filter(row => !draft.includes(row.draft))
  if (early.length === 0) return undefined
  return `有 ${early.length} 件不是“${draft.map(each => draftStateLabel[each]).join('、')}”。`
}

function What({ label, rows }: { label: string; rows: readonly ItemLine[] }) {
  return (
    <>
      <p>{`将对 ${rows.length} 件办理“${label}”：`}</p>
      <ol>
        {rows.slice(0, 20).map(row => (
          <li key={row.id}>{`${nameOf(row)}（${row.indexNumber}）`}</li>
        ))}
      </ol>
      {rows.length > 20 && <p>{`以及另外 ${rows.length - 20} 件。`}</p>}
    </>
  )
}
