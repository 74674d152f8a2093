import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { read } from '../../../desk/client.ts'
import { isTyping } from '../../../desk/keys.tsx'
import { useStep } from '../../../desk/steps/step.ts'
import type { DemandView } from '../../view.ts'

interface Shown {
  readonly unit: string | null
  readonly unitName: string | null
  readonly limit: string
  readonly reason: string
  readonly others: readonly { readonly code: string; readonly name: string }[]
}

const acceptKey = 'a'

/** Which unit a demand that waits for its dispatch should go to and why; the key a sends it there. */
export function SuggestionPanel({ view }: { view: DemandView }) {
  const may = view.steps.some(({ step, refusal }) => step === 'dispatch' && refusal === null)
  return may ? <Suggested view={view} /> : null
}

function Suggested({ view: { demand, standing } }: { view: DemandView }) {
  const queries = useQueryClient()
  const found = useQuery({
    queryKey: ['demand', demand.id, 'suggestion', standing.version],
    queryFn: () => read<Shown>(`/demands/${demand.id}/suggestion`),
  })
  const taking = useStep({
    ...{ path: `/demands/${demand.id}/steps/dispatch`, version: standing.version },
    queryKey: ['demand', demand.id],
    show: () => {
      void queries.invalidateQueries({ queryKey: ['demand', demand.id] })
      void queries.invalidateQueries({ queryKey: ['list', 'demands'] })
    },
  })
  const shown = found.data
  const send = (unit: string, basis: string) => void taking.take({ unit, basis })
  useAcceptKey(() => {
    if (typeof shown?.unit === 'string' && !taking.busy) send(shown.unit, shown.reason)
  })
  return (
    <section className="card" aria-label="派单建议">
      <h2>派单建议</h2>
      {found.isError && <p>暂时没有建议，请直接派单。</p>}
      {shown !== undefined && shown.unit === null && <p>{`没有把握，不作建议：${shown.reason}`}</p>}
      {shown !== undefined && shown.unit !== null && (
        <>
          <p>
            <strong>{shown.unitName}</strong>
            {`，期限 ${shown.limit}`}
          </p>
          <p>{shown.reason}</p>
          <p>
            <Button
              type="primary"
              loading={taking.busy}
              aria-keyshortcuts={acceptKey}
              onClick={() => send(shown.unit ?? '', shown.reason)}
            >
              按建议派单（A）
            </Button>
          </p>
        </>
      )}
      {shown !== undefined && shown.others.length > 0 && (
        <p>{`可供参考：${shown.others.map(({ name }) => name).join('、')}`}</p>
      )}
      {taking.refusal !== '' && <Alert type="error" showIcon role="alert" title={taking.refusal} />}
    </section>
  )
}

/** The key that accepts; it sleeps while somebody types or holds another key. */
function useAcceptKey(accept: () => void) {
  const last = useRef(accept)
  useEffect(() => {
    last.current = accept
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const plain = !(event.ctrlKey || event.metaKey || event.altKey || event.repeat)
      if (event.key.toLowerCase() === acceptKey && plain && !isTyping(event)) last.current()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
