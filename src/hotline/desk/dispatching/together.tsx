import { useEffect, useState } from 'react'
import { Choose, useUnits } from '../../../desk/choosing/choose.tsx'
import { wordsOf } from '../../../desk/client.ts'
import type { BulkAct } from '../../../desk/list/column.ts'
import { inTurn } from '../../../desk/list/long-work.tsx'
import { mostAtOnce } from '../../duties/together.ts'
import type { DemandLine } from '../../view.ts'
import { DispatchPlan, type Planned, usePlanned } from './plan.ts'
import './together.css'

/** Dispatches the chosen demands together: a preview with where each should go, then one act for each. */
export function useDispatchTogether(): BulkAct<DemandLine> {
  const [plan] = useState(() => new DispatchPlan())
  return {
    label: '批量派单',
    refusal: rows => {
      if (rows.length > mostAtOnce) return `一次最多 ${mostAtOnce} 件。`
      const waits = rows.every(({ state }) => state === 'registered' || state === 'returned')
      return waits ? undefined : '只能派出“待派单”和“退单待定”的。'
    },
    preview: rows => <Preview plan={plan} ids={rows.map(({ id }) => id)} />,
    run: async (_, told) => {
      const rows = plan.rows()
      const undecided = rows.filter(({ unit }) => unit === '').length
      if (rows.length === 0) throw new Error('建议还没有取到，请稍候。')
      if (undecided > 0)
        throw new Error(`还有 ${undecided} 件没有选定承办单位，选定后再派单；一件也还没有派出。`)
      const act = (row: Planned) => plan.dispatch(row)
      return await inTurn(rows, { unit: '件', rowName: ({ number }) => number, act }, told)
    },
  }
}

function Preview({ plan, ids }: { readonly plan: DispatchPlan; readonly ids: readonly string[] }) {
  const [wrong, setWrong] = useState('')
  const key = ids.join(' ')
  useEffect(() => {
    setWrong('')
    plan.fetch(key.split(' ')).catch((cause: unknown) => setWrong(wordsOf(cause)))
  }, [plan, key])
  const rows = usePlanned(plan)
  const undecided = rows.filter(({ unit }) => unit === '').length
  if (wrong !== '') return <p role="alert">{wrong}</p>
  if (rows.length === 0) return <p>正在取建议的承办单位…</p>
  return (
    <>
      <p role="status">
        {`将派出 ${rows.length} 件，${undecided === 0 ? '都已选定承办单位' : `其中 ${undecided} 件没有把握，须先选定承办单位`}。每件单独派出，有一件不成不影响其他。`}
      </p>
      <div className="together">
        <table>
          <caption>批量派单预览</caption>
          <thead>
            <tr>
              <th scope="col">诉求</th>
              <th scope="col">承办单位</th>
              <th scope="col">理由</th>
              <th scope="col">期限</th>
              <th scope="col">结果</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <Row key={row.id} row={row} choose={unit => plan.choose(row.id, unit)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Row({ row, choose }: { readonly row: Planned; readonly choose: (unit: string) => void }) {
  const { id, number, subject, unit, suggestion, outcome } = row
  const choices = useUnits()
  const label = `${number} 的承办单位`
  const control = { name: id, value: unit, 'aria-label': label }
  return (
    <tr>
      <th scope="row">{`${number} ${subject}`}</th>
      <td className="field" data-label="承办单位">
        {outcome === undefined ? (
          <Choose
            control={{ ...control, onChange: ({ target }) => choose(target.value) }}
            choices={choices}
            write={change => choose(change[id] ?? '')}
          />
        ) : (
          choices.find(({ value }) => value === unit)?.label
        )}
      </td>
      <td data-label="理由">{unit !== '' && unit !== suggestion.unit ? '自行选定' : suggestion.reason}</td>
      <td data-label="期限">{suggestion.limit}</td>
      <td className={outcome ? 'late' : undefined} data-label="结果">
        {outcome === '' ? '已派单' : (outcome ?? '待派')}
      </td>
    </tr>
  )
}
