import { useMemo, useRef } from 'react'
import { send } from '../../../desk/client.ts'
import type { BulkAct } from '../../../desk/list/column.ts'
import { inTurn } from '../../../desk/list/long-work.tsx'
import { Field } from '../../../office/desk/acting.tsx'
import type { DeskChoices, RequestLine } from '../../view.ts'

type Agencies = DeskChoices['agencies']
type Typed = Record<string, string>

/** Giving many requests to a department, and handing many over to another person. */
export function useBulkActs(agencies: Agencies): readonly BulkAct<RequestLine>[] {
  const assigning = useRef<Typed>({})
  const handing = useRef<Typed>({})
  return useMemo(
    () => [
      {
        ...{ label: '交办', refusal: refusalOf },
        preview: rows => (
          <>
            <p>{`将交办 ${rows.length} 件：${namesOf(rows)}`}</p>
            <AssignFields rows={rows} agencies={agencies} typed={assigning.current} />
          </>
        ),
        run: taking('assign', rows => assignBody(assigning.current, rows, agencies)),
      },
      {
        ...{ label: '移交', refusal: refusalOf },
        preview: rows => (
          <>
            <p>{`将移交 ${rows.length} 件：${namesOf(rows)}`}</p>
            <HandOverFields rows={rows} agencies={agencies} typed={handing.current} />
          </>
        ),
        run: taking('handOver', rows => handBody(handing.current, rows, agencies)),
      },
    ],
    [agencies],
  )
}

function refusalOf(rows: readonly RequestLine[]): string | undefined {
  return new Set(rows.map(({ agency }) => agency)).size > 1 ? '请选择同一机关的申请。' : undefined
}

function namesOf(rows: readonly RequestLine[]): string {
  const shown = rows.slice(0, 10).map(({ number }) => number)
  return `${shown.join('、')}${rows.length > 10 ? '等' : ''}。`
}

function peopleOf(rows: readonly RequestLine[], agencies: Agencies) {
  return agencies.find(({ code }) => code === rows[0]?.agency)?.people ?? []
}

interface Fields {
  readonly rows: readonly RequestLine[]
  readonly agencies: Agencies
  readonly typed: Typed
}

function AssignFields({ rows, agencies, typed }: Fields) {
  const departments = agencies.find(({ code }) => code === rows[0]?.agency)?.departments ?? []
  return (
    <>
      <Field label="承办处室">
        <input
          list="bulk-departments"
          maxLength={100}
          defaultValue={typed.department}
          onChange={event => Object.assign(typed, { department: event.target.value })}
        />
      </Field>
      <datalist id="bulk-departments">
        {departments.map(each => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <Field label="处室办理期限">
        <input
          type="date"
          defaultValue={typed.limit}
          onChange={event => Object.assign(typed, { limit: event.target.value })}
        />
      </Field>
      <PersonField label="经办人（可以不指定）" {...{ rows, agencies, typed }} />
    </>
  )
}

function HandOverFields({ rows, agencies, typed }: Fields) {
  return (
    <>
      <PersonField label="移交给" {...{ rows, agencies, typed }} />
      <Field label="移交原因">
        <input
          maxLength={500}
          placeholder="如休假、调离"
          defaultValue={typed.reason}
          onChange={event => Object.assign(typed, { reason: event.target.value })}
        />
      </Field>
    </>
  )
}

function PersonField({ label, rows, agencies, typed }: Fields & { label: string }) {
  return (
    <Field label={label}>
      <select
        defaultValue={typed.person}
        onChange={event => Object.assign(typed, { person: event.target.value })}
      >
        <option value="">请选择</option>
        {peopleOf(rows, agencies).map(({ id, name, roles }) => (
          <option key={id} value={id}>{`${name}（${roles.join('、')}）`}</option>
        ))}
      </select>
    </Field>
  )
}

function assignBody(typed: Typed, rows: readonly RequestLine[], agencies: Agencies) {
  const { department = '', limit = '' } = typed
  if (department.trim() === '' || limit === '') throw new Error('请填写承办处室和办理期限。')
  const handler = personOf(typed, rows, agencies)
  return handler === undefined ? { department, limit } : { department, limit, handler }
}

function handBody(typed: Typed, rows: readonly RequestLine[], agencies: Agencies) {
  const { reason = '' } = typed
  const to = personOf(typed, rows, agencies)
  if (to === undefined || reason.trim() === '') throw new Error('请选择移交给谁，并写明原因。')
  return { to, reason }
}

function personOf({ person }: Typed, rows: readonly RequestLine[], agencies: Agencies) {
  const found = peopleOf(rows, agencies).find(({ id }) => id === person)
  return found && { id: found.id, name: found.name }
}

/** Takes the step of each request, with what was typed at the moment of the doing. */
function taking(step: string, bodyOf: (rows: readonly RequestLine[]) => object): BulkAct<RequestLine>['run'] {
  return async (rows, told) => {
    const body = bodyOf(rows)
    const act = ({ id, version }: RequestLine) =>
      send('POST', `/requests/${id}/steps/${step}`, { ...body, version })
    return await inTurn(rows, { unit: '件', rowName: ({ number }) => number, act }, told)
  }
}
