import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { read, send } from '../../../desk/client.ts'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, textIn, useActing } from '../../../office/desk/acting.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { paths } from '../../../web/paths.ts'
import { longestPublished, type PublishedDemand } from '../../published/published.ts'
import type { DemandView } from '../../view.ts'

interface Found {
  readonly published: PublishedDemand | null
  /** The public answer that the caller had in mind when he filed. */
  readonly same: { readonly demand: string; readonly title: string } | null
}

/** The answer as it is public, and for the supervisor the form that makes it so. */
export function PublishedPanel({ view }: { view: DemandView }) {
  const { demand, standing } = view
  const address = `/demands/${demand.id}/published`
  const found = useQuery({
    queryKey: ['demand', demand.id, 'published'],
    queryFn: () => read<Found>(address),
  })
  const may = holdsOne(useSession(), 'supervisor') && !demand.confidential
  const ended = standing.state === 'closed' || standing.state === 'answered'
  const published = found.data?.published ?? null
  const same = found.data?.same ?? null
  const shown = ended && (published !== null || may)
  if (found.data === undefined || (!shown && same === null)) return null
  const isPublic = published?.withdrawnAt === null
  return (
    <section className="card" aria-label="公开答复">
      <h2>公开答复</h2>
      {same !== null && (
        <p>
          {'来电人表示与这个公开的答复是同样的问题：'}
          <a href={paths.demandAnswer(same.demand)}>{same.title}</a>
        </p>
      )}
      {isPublic && (
        <p>
          <a href={paths.demandAnswer(demand.id)}>{published.title}</a>
          {`，${momentInChinese(published.publishedAt)}公开，有 ${published.same} 人有同样的问题。`}
        </p>
      )}
      {published !== null && !isPublic && <p>曾经公开，已经撤下。</p>}
      {may && isPublic && <WithdrawForm address={address} />}
      {may && ended && !isPublic && <PublishForm view={view} address={address} />}
    </section>
  )
}

function PublishForm({ view: { demand, events }, address }: { view: DemandView; address: string }) {
  const [open, setOpen] = useState(false)
  const acting = useActing()
  const told = events.findLast(event => event.kind === 'fedBack' || event.kind === 'answered')
  const answer = told !== undefined && 'words' in told ? told.words : ''
  const usual = { title: demand.subject, question: demand.body, answer }
  const { typed, field, clear } = useTyped(`gongkai publish ${demand.id}`, usual)
  if (!open) return <Button onClick={() => setOpen(true)}>选为公开答复</Button>
  const publish = () =>
    acting.run(async () => {
      await send('PUT', address, typed)
      clear()
      return '已公开。'
    })
  return (
    <form
      className="step-form"
      aria-label="选为公开答复"
      onSubmit={event => {
        event.preventDefault()
        void publish()
      }}
    >
      <p>请隐去来电人和其他人的姓名、电话、住址。公开后任何人都能看到和搜索。</p>
      <Field label="标题">
        <input {...field('title')} maxLength={longestPublished.title} required />
      </Field>
      <Field label="问">
        <textarea {...field('question')} rows={4} maxLength={longestPublished.question} required />
      </Field>
      <Field label="答">
        <textarea {...field('answer')} rows={6} maxLength={longestPublished.answer} required />
      </Field>
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          公开
        </Button>
        <Button onClick={() => setOpen(false)}>收起</Button>
      </p>
      <Outcome acting={acting} />
    </form>
  )
}

function WithdrawForm({ address }: { address: string }) {
  const acting = useActing()
  return (
    <form
      className="no-print"
      aria-label="撤下公开答复"
      onSubmit={event => {
        event.preventDefault()
        const reason = textIn(new FormData(event.currentTarget), 'reason')
        void acting.run(async () => {
          await send('POST', `${address}/withdrawal`, { reason })
          return '已撤下。'
        })
      }}
    >
      <Field label="撤下的理由" wrong={acting.fields.reason}>
        <input name="reason" maxLength={500} required />
      </Field>
      <Button htmlType="submit" loading={acting.busy}>
        撤下
      </Button>
      <Outcome acting={acting} />
    </form>
  )
}
