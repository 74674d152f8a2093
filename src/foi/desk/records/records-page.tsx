import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { Broken } from '../../../desk/broken.tsx'
import { read, send } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { useSession } from '../../../desk/session.ts'
import { Field, Outcome, textIn, useActing } from '../../../office/desk/acting.tsx'
import '../../../office/desk/office.css'
import { dayOf, inChinese } from '../../../statute/day.ts'
import { type RecordCorrection, recordDecisionLabel } from '../../records/record-correction.ts'
import '../requests.css'

interface Line extends RecordCorrection {
  readonly agencyName: string
  readonly owner: string
  readonly papers: readonly { readonly id: string; readonly name: string }[]
}

/** 更正信息记录, Art. 41: those that wait for a decision first. */
export function RecordsPage() {
  const session = useSession()
  const found = useQuery({
    queryKey: ['record corrections'],
    queryFn: () => read<readonly Line[]>('/record-corrections'),
  })
  if (found.isError) return <Broken cause={found.error} />
  return (
    <>
      <title>更正信息记录 - 工作台</title>
      <h1>更正信息记录</h1>
      <p>
        有证据证明本机关提供的与其自身相关的信息记录不准确的，当事人可以要求更正（《条例》第四十一条）。决定作出后不能更改，当事人凭查询码查看。
      </p>
      {found.isPending && <SlowSkeleton />}
      {found.data?.length === 0 && (
        <p className="card">还没有更正要求。公众在公开平台“依申请公开”栏目提出，会出现在这里。</p>
      )}
      {found.data?.map(line => (
        <One
          key={line.id}
          line={line}
          mine={session.grants.some(({ role, agency }) => role === 'officer' && agency === line.agency)}
        />
      ))}
    </>
  )
}

function One({ line, mine }: { line: Line; mine: boolean }) {
  const { number, agencyName, owner, askedOn, decision, decidedOn, decidedBy, papers } = line
  return (
    <section className="card" aria-label={`更正要求${number}`}>
      <h2>{`${agencyName}${number}`}</h2>
      <dl>
        <dt>提出</dt>
        <dd>{`${owner}，${inChinese(dayOf(askedOn))}`}</dd>
        <dt>哪一项记录</dt>
        <dd>{line.record}</dd>
        <dt>要求</dt>
        <dd>{line.wanted}</dd>
        <dt>证据</dt>
        <dd>
          {line.evidence}
          {papers.map(({ id, name }) => (
            <a
              key={id}
              className="evidence"
              href={`/api/v1/record-corrections/${line.id}/papers/${id}`}
              download
            >
              {name}
            </a>
          ))}
        </dd>
        {decision !== null && (
          <>
            <dt>决定</dt>
            <dd>{`${recordDecisionLabel[decision.kind]}，${decidedBy ?? ''} ${decidedOn === null ? '' : inChinese(dayOf(decidedOn))}：${decision.reason}`}</dd>
          </>
        )}
      </dl>
      {decision === null && mine && <Decide id={line.id} number={number} />}
      {decision === null && !mine && <p>由该机关的公开专员决定。</p>}
    </section>
  )
}

type Kind = keyof typeof recordDecisionLabel

function Decide({ id, number }: { id: string; number: string }) {
  const [kind, setKind] = useState<Kind>('corrected')
  const acting = useActing()
  const queries = useQueryClient()
  const decide = (form: FormData) =>
    acting.run(async () => {
      const text = (name: string) => textIn(form, name)
      const to = { name: text('to'), contact: text('contact') }
      const more = kind === 'corrected' ? { corrected: text('corrected') } : kind === 'passedOn' ? { to } : {}
      const decision = { kind, reason: text('reason'), ...more }
      await send('POST', `/record-corrections/${id}/decision`, decision)
      await queries.invalidateQueries({ queryKey: ['record corrections'] })
      return '已决定，文书已生成。'
    })
  const formId = `decide-${id}`
  return (
    <form id={formId} className="no-print" onSubmit={event => event.preventDefault()}>
      <Field label="决定">
        <select value={kind} onChange={event => setKind(kindOf(event.target.value))}>
          {Object.entries(recordDecisionLabel).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      {kind === 'corrected' && (
        <Field label="更正后的内容" wrong={acting.fields.corrected}>
          <textarea name="corrected" rows={3} />
        </Field>
      )}
      {kind === 'passedOn' && (
        <>
          <Field label="有权更正的机关">
            <input name="to" />
          </Field>
          <Field label="其联系方式（可以不填）">
            <input name="contact" />
          </Field>
        </>
      )}
      <Field label="理由" wrong={acting.fields.reason}>
        <textarea name="reason" rows={3} />
      </Field>
      <Outcome acting={acting} />
      <Popconfirm
        title={`决定后不能更改，并告知${number}的当事人。`}
        okText="确认决定"
        cancelText="再看看"
        onConfirm={() => {
          const form = document.querySelector<HTMLFormElement>(`#${formId}`)
          if (form !== null) void decide(new FormData(form))
        }}
      >
        <Button type="primary" loading={acting.busy}>
          作出决定
        </Button>
      </Popconfirm>
    </form>
  )
}

function kindOf(value: string): Kind {
  return value === 'refused' || value === 'passedOn' ? value : 'corrected'
}
