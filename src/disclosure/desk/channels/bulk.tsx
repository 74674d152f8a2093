import { useMemo, useRef } from 'react'
import { send } from '../../../desk/client.ts'
import type { BulkAct } from '../../../desk/list/column.ts'
import { inTurn } from '../../../desk/list/long-work.tsx'
import { useSession } from '../../../desk/session.ts'
import { Field } from '../../../office/desk/acting.tsx'
import { type ChannelRecord, channelStateOf } from '../../channels/channel.ts'

/** Marking many plans as held on a day with one evidence; dropping many with one reason. */
export function useChannelActs(): readonly BulkAct<ChannelRecord>[] {
  const { today } = useSession()
  const typed = useRef({ on: today, evidence: '', reason: '' })
  return useMemo(() => {
    const type = (key: 'on' | 'evidence' | 'reason') => (event: React.ChangeEvent<HTMLInputElement>) => {
      typed.current[key] = event.target.value
    }
    return [
      {
        ...{ label: '登记已刊播', refusal: onlyPlanned },
        preview: rows => (
          <>
            <p>{`将把 ${rows.length} 条计划登记为已刊播、已举行。`}</p>
            <Field label="刊播、举行日期">
              <input type="date" defaultValue={typed.current.on} max={today} onChange={type('on')} />
            </Field>
            <Field label="佐证（版面、节目、地点）">
              <input defaultValue={typed.current.evidence} maxLength={500} onChange={type('evidence')} />
            </Field>
          </>
        ),
        run: changing(row => ({
          ...row,
          heldOn: typed.current.on,
          evidence: typed.current.evidence === '' ? row.evidence : typed.current.evidence,
        })),
      },
      {
        ...{ label: '取消计划', refusal: onlyPlanned },
        preview: rows => (
          <>
            <p>{`将取消 ${rows.length} 条计划，记录保留。`}</p>
            <Field label="取消的原因">
              <input defaultValue={typed.current.reason} maxLength={200} onChange={type('reason')} />
            </Field>
          </>
        ),
        run: changing(row => ({ ...row, dropped: typed.current.reason })),
      },
    ]
  }, [today])
}

function onlyPlanned(rows: readonly ChannelRecord[]): string | undefined {
  return rows.some(row => channelStateOf(row) !== 'planned') ? '请只选择计划中的记录。' : undefined
}

/** Changes one record after another. */
function changing(change: (row: ChannelRecord) => object): BulkAct<ChannelRecord>['run'] {
  const act = (row: ChannelRecord) => send('PUT', `/channels/${row.id}`, change(row))
  return (rows, told) => inTurn(rows, { unit: '条', rowName: ({ title }) => title, act }, told)
}
