import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { read, send } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths } from '../../../web/paths.ts'
import type { EntryProposal } from '../../knowledge/view.ts'

/** What agents answer again and again without an entry: taken as a draft, or declined for good. */
export function EntryProposals() {
  const [open, setOpen] = useState<string>()
  const found = useQuery({
    queryKey: ['entry-proposals'],
    queryFn: () => read<{ lines: readonly EntryProposal[] }>('/hotline/entry-proposals'),
  })
  const lines = found.data?.lines ?? []
  return (
    <details className="card no-print" open={lines.length > 0 && lines.length <= 5}>
      <summary>{`常用答复中建议收录的（${lines.length}）`}</summary>
      {found.isError && <p>暂时读不到，请刷新页面。</p>}
      {found.isSuccess && lines.length === 0 && (
        <p>没有待处理的建议。至少三位来电人问同样的问题、得到同样的答复，又没有条目的，每天夜里列在这里。</p>
      )}
      <ul className="offers">
        {lines.map(line => (
          <li key={line.id}>
            <Proposal line={line} />
            <Button
              aria-expanded={open === line.id}
              onClick={() => setOpen(open === line.id ? undefined : line.id)}
            >
              处理
            </Button>
            {open === line.id && <Settle line={line} done={() => setOpen(undefined)} />}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Proposal({ line: { question, answer, callers, total, demands } }: { line: EntryProposal }) {
  return (
    <>
      <p>
        <strong>{question}</strong>
        {`　${callers} 人问过，${total} 件诉求`}
      </p>
      <p>{`答复：${answer}`}</p>
      <details>
        <summary>{total > demands.length ? `最近 ${demands.length} 件诉求` : '这些诉求'}</summary>
        <ul>
          {demands.map(({ id, number, subject }) => (
            <li key={id}>
              <Link className="number" to={deskPaths.demand(id)}>
                {number}
              </Link>
              {`　${subject}`}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

function Settle({ line: { id }, done }: { line: EntryProposal; done: () => void }) {
  const session = useSession()
  const go = useNavigate()
  const acting = useActing()
  const { typed, field, clear } = useTyped(`gongkai ${session.id} entry proposal ${id}`, { reason: '' })
  const { reason = '' } = typed
  const settle = (body: object) =>
    void acting.run(async () => {
      const { entry } = await send<{ entry: string | null }>('POST', `/hotline/entry-proposals/${id}`, body)
      clear()
      if (entry === null) done()
      else await go(deskPaths.entry(entry))
      return '已处理。'
    })
  return (
    <form
      className="step-form"
      aria-label="处理收录建议"
      onSubmit={event => {
        event.preventDefault()
        settle({})
      }}
    >
      <p>收录后成为草稿，改好问题、答复和来源再送审。</p>
      <Button type="primary" htmlType="submit" loading={acting.busy}>
        收录为草稿
      </Button>
      <Field label="或者写明不收录的理由（不再建议）" wrong={acting.fields.reason}>
        <textarea {...field('reason')} rows={2} maxLength={500} />
      </Field>
      <Outcome acting={acting} />
      <Button disabled={reason.trim() === ''} onClick={() => settle({ reason })}>
        不收录
      </Button>
    </form>
  )
}
