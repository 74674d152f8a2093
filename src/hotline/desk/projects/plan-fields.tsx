import { Button } from 'antd'
import type { Typed, useTyped } from '../../../desk/steps/typed.ts'
import { Field } from '../../../office/desk/acting.tsx'
import { unitsOf } from '../../projects/steps.ts'
import type { ProjectView } from '../../projects/view.ts'
import { UnitOptions } from './units.tsx'

const rowsTyped = (typed: Typed) => Number(typed.rows ?? '1')

/** The measures of a plan, row by row: what, which unit, until when. */
export function PlanFields({ filling, view }: { filling: ReturnType<typeof useTyped>; view: ProjectView }) {
  const { typed, field, write } = filling
  const rows = rowsTyped(typed)
  const units = unitsOf(view.standing).map(code => ({ value: code, label: view.names[code] ?? code }))
  return (
    <>
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are added at the end and taken off there
        <fieldset key={at}>
          <legend>{`第 ${at + 1} 项措施`}</legend>
          <Field label="内容">
            <textarea {...field(`words${at}`)} rows={2} maxLength={2000} required />
          </Field>
          <Field label="责任单位">
            <select {...field(`unit${at}`)} required>
              <UnitOptions units={units} />
            </select>
          </Field>
          <Field label="时限">
            <input {...field(`due${at}`)} type="date" max={view.standing.limit} required />
          </Field>
        </fieldset>
      ))}
      <p className="actions">
        <Button onClick={() => write({ rows: String(rows + 1) })}>再加一项</Button>
        {rows > 1 && <Button onClick={() => write({ rows: String(rows - 1) })}>去掉最后一项</Button>}
      </p>
    </>
  )
}

/** The measures as they were typed. */
export function measuresTyped(typed: Typed) {
  return Array.from({ length: rowsTyped(typed) }, (_, at) => ({
    words: typed[`words${at}`] ?? '',
    unit: typed[`unit${at}`] ?? '',
    due: typed[`due${at}`] ?? '',
  }))
}
