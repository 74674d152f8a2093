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
import type { NamedProposal } from '../../duties/proposal.ts'
import { DecideTogether, eventsOf } from './decide-together.tsx'
import { DutyFields } from './forms.tsx'

const shownAtFirst = 5

/** What returns and arbitrations propose to change of the list, one row for each rule: decided one by one or several together. */
export function DutyProposals({ today }: { today: Day }) {
  const [open, setOpen] = useState<string>()
  const [chosen, choose] = useState<readonly string[]>([])
  const found = useQuery({
    queryKey: ['duty-proposals'],
    queryFn: () => read<{ lines: readonly NamedProposal[] }>('/hotline/duty-proposals'),
  })
  const lines = found.data?.lines ?? []
  const tick = (key: string, on: boolean) =>
    choose([...chosen.filter(each => each !== key), ...(on ? [key] : [])])
  return (
    <details className="card no-print" open={lines.length > 0 && lines.length <= shownAtFirst}>
      <summary>{`退单和裁定提出的修改建议（${lines.length}）`}</summary>
      <p>清单已经写明由实际承办单位办理的，不再列出；同一事项、同一单位的合为一条。</p>
      {found.isError && <p>暂时读不到，请刷新页面。</p>}
      {found.isSuccess && lines.length === 0 && <p>没有待处理的建议。</p>}
      <DecideTogether
        proposals={lines.filter(({ key }) => chosen.includes(key))}
        today={today}
        done={() => choose([])}
      />
      <ul className="offers">
        {lines.map(line => (
          <li key={line.key}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(line.key)}
                onChange={({ target }) => tick(line.key, target.checked)}
              />
              {` ${proposalInWords(line)}`}
            </label>
            <Behind line={line} />
            <Button
              aria-expanded={open === line.key}
              onClick={() => setOpen(open === line.key ? undefined : line.key)}
            >
              {`处理${line.matter}`}
            </Button>
            {open === line.key && <Decide line={line} today={today} done={() => setOpen(undefined)} />}
          </li>
        ))}
      </ul>
    </details>
  )
}

function proposalInWords({ matter, place, listedName, unitName, demands }: NamedProposal): string {
  const what = `${place}${matter}`
  const listed =
    listedName === null ? '清单中没有相符的一条，或者有几个单位同样符合' : `清单写明${listedName}`
  const taken = unitName === null ? '退单后还没有单位签收' : `实际由${unitName}承办`
  return `${what}：${listed}；${demands.length} 件${taken}`
}

function Behind({ line: { demands } }: { line: NamedProposal }) {
  return (
    <details>
      <summary>{`${demands.length} 件诉求`}</summary>
      <ul>
        {demands.map(each => (
          <li key={`${each.demand} ${each.number}`}>
            <Link className="number" to={deskPaths.demand(each.demand)}>
              {each.demandNumber}
            </Link>
            {`　${each.subject}。${each.kind === 'returned' ? '退单' : '裁定'}理由：${each.reason}`}
            {each.responsible !== '' && `；认为应由${each.responsible}办理`}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Decide({ line, today, done }: { line: NamedProposal; today: Day; done: () => void }) {
  const session = useSession()
  const acting = useActing()
  const usual = { matter: line.matter, place: line.place, unit: line.unit ?? '', from: today }
  const filling = useTyped(`gongkai ${session.id} duty proposal ${line.key}`, usual)
  const decide = async (decision: object) => {
    const is = await acting.run(async () => {
      await send('POST', '/hotline/duty-proposals/decisions', {
        decisions: [{ ...eventsOf(line), ...decision }],
      })
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
        void decide({ told, ...(line.duty !== null && { replaces: line.duty }) })
      }}
    >
      {line.duty !== null && <p>采纳后从“开始适用”之日起代替清单中原来的一条，原来的保留到前一日。</p>}
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
