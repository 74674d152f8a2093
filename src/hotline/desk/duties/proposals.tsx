import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { read, send } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import type { Day } from '../../../statute/day.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { DutyProposal } from '../../duties/proposal.ts'
import { DutyFields } from './forms.tsx'

/** Returns and arbitrations that propose a change of the list: accepted with the line that comes of it, or declined. */
export function DutyProposals({ today }: { today: Day }) {
  const [open, setOpen] = useState<string>()
  const found = useQuery({
    queryKey: ['duty-proposals'],
    queryFn: () => read<{ lines: readonly DutyProposal[] }>('/hotline/duty-proposals'),
  })
  const lines = found.data?.lines ?? []
  return (
    <details className="card no-print" open={lines.length > 0 && lines.length <= 5}>
      <summary>{`退单和裁定提出的修改建议（${lines.length}）`}</summary>
      {found.isError && <p>暂时读不到，请刷新页面。</p>}
      {found.isSuccess && lines.length === 0 && <p>没有待处理的建议。</p>}
      <ul className="offers">
        {lines.map(line => {
          const key = `${line.demand} ${line.number}`
          return (
            <li key={key}>
              <ProposalWords line={line} />
              <Button aria-expanded={open === key} onClick={() => setOpen(open === key ? undefined : key)}>
                处理
              </Button>
              {open === key && <Decide line={line} today={today} done={() => setOpen(undefined)} />}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

function ProposalWords({ line }: { line: DutyProposal }) {
  const told = line.kind === 'returned' ? '退单' : '裁定'
  return (
    <p>
      <Link className="number" to={deskPaths.demand(line.demand)}>
        {line.demandNumber}
      </Link>
      {`　${line.subject}。${told}理由：${line.reason}`}
      {line.responsible !== '' && `；认为应由${line.responsible}办理`}
    </p>
  )
}

function Decide({ line, today, done }: { line: DutyProposal; today: Day; done: () => void }) {
  const session = useSession()
  const acting = useActing()
  const usual = { matter: line.subject, place: line.place, unit: line.unit ?? '', from: today }
  const filling = useTyped(`gongkai ${session.id} duty proposal ${line.demand} ${line.number}`, usual)
  const decide = async (body: object) => {
    const is = await acting.run(async () => {
      await send('POST', `/hotline/duty-proposals/${line.demand}/${line.number}`, body)
      return '已处理。'
    })
    if (!is) return
    filling.clear()
    done()
  }
  const { reason = '', ...told } = filling.typed
  return (
    <form
      className="step-form"
      aria-label="处理建议"
      onSubmit={event => {
        event.preventDefault()
        void decide({ told })
      }}
    >
      <DutyFields filling={filling} wrong={acting.fields} />
      <Button type="primary" htmlType="submit" loading={acting.busy}>
        采纳，列入清单
      </Button>
      <Field label="或者写明不采纳的理由" wrong={acting.fields.reason}>
        <textarea {...filling.field('reason')} rows={2} maxLength={500} />
      </Field>
      <Outcome acting={acting} />
      <Button disabled={reason.trim() === ''} onClick={() => void decide({ reason })}>
        不采纳
      </Button>
    </form>
  )
}
