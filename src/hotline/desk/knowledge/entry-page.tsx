import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { read, send } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { dayOf, inChinese } from '../../../statute/day.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths, paths } from '../../../web/paths.ts'
import { type EntryStep, entryEventLabel, entryStateLabel } from '../../knowledge/entry.ts'
import type { EntryView } from '../../knowledge/view.ts'
import { ContentFields, contentOf, typedOf } from './content-fields.tsx'
import '../../../office/desk/office.css'

/** One entry: what it says, on what it rests, what happened to it, what may be done. */
export function EntryPage() {
  const { id = '' } = useParams()
  const found = useQuery({
    queryKey: ['hotline entry', id],
    queryFn: () => read<EntryView>(`/hotline/entries/${id}`),
  })
  const view = found.data
  return (
    <>
      <title>知识条目 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.entries()}>知识库</Link>
      </p>
      {found.isError && <Broken cause={found.error} />}
      {found.isPending && <SlowSkeleton />}
      {view !== undefined && <Entry view={view} />}
      {view !== undefined && <Steps key={view.standing.version} view={view} />}
    </>
  )
}

const day = (on: string) => inChinese(dayOf(on))

function Entry({
  view: { standing, used, helped, unhelpful, sources, events },
}: {
  readonly view: EntryView
}) {
  const { draft, inForce, state } = standing
  const { question, answer, variants, validFrom, validUntil, reviewOn } = inForce ?? draft
  return (
    <>
      <h1>{question}</h1>
      <section className="card" aria-label="条目">
        <p role="status" aria-label="状态">
          {`${entryStateLabel[state]}${inForce !== null && state !== 'inForce' ? '，原内容继续使用' : ''}；答复时使用 ${used} 次，反映有帮助 ${helped} 次、没有帮助 ${unhelpful} 次`}
        </p>
        {sources.some(({ ended }) => ended !== '') && (
          <p className="late">有来源已不能作为依据，请修改或者停用这个条目。</p>
        )}
        {answer.split('\n').map(line => (
          <p key={line}>{line}</p>
        ))}
        {variants.length > 0 && <p>{`群众的问法：${variants.join('；')}`}</p>}
        <p>{`${day(validFrom)}起${validUntil === null ? '长期有效' : `至${day(validUntil)}有效`}；${day(reviewOn)}前复核`}</p>
        <ul>
          {sources.map(({ item, title, ended }) => (
            <li key={item}>
              <a href={paths.item(item)}>{title}</a>
              {ended !== '' && <strong className="late">{`　${ended}`}</strong>}
            </li>
          ))}
        </ul>
      </section>
      <section className="card" aria-label="经过">
        <h2>经过</h2>
        <ol>
          {events.map(event => (
            <li key={`${event.at} ${event.kind}`}>
              {`${momentInChinese(event.at)}　${event.byName}　${entryEventLabel[event.kind]}`}
              {'reason' in event && `：${event.reason}`}
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

function Steps({ view }: { readonly view: EntryView }) {
  const acting = useActing()
  const { id, standing } = view
  const { inForce, draft, version } = standing
  const form = useTyped(`gongkai entry ${id} ${version}`, typedOf(draft))
  const may = (step: EntryStep) => view.steps.some(each => each.step === step && each.refusal === null)
  const act = (step: EntryStep, more: object, done: string) =>
    void acting.run(async () => {
      await send('POST', `/hotline/entries/${id}/acts`, { step, version, ...more })
      form.clear()
      return done
    })
  const reason = { reason: form.typed.reason ?? '' }
  return (
    <section className="card no-print" aria-label="办理">
      <h2>办理</h2>
      {may('draft') && (
        <form
          aria-label="修改条目"
          onSubmit={event => {
            event.preventDefault()
            act('draft', { content: contentOf(form.typed) }, '已保存草稿，送审并审核通过后使用。')
          }}
        >
          <ContentFields form={form} wrong={acting.fields} />
          <p>
            <Button htmlType="submit" loading={acting.busy}>
              保存修改
            </Button>
          </p>
        </form>
      )}
      {(may('decline') || may('withdraw')) && (
        <Field label="退回或者停用的理由" wrong={acting.fields.reason}>
          <textarea {...form.field('reason')} rows={2} maxLength={2000} />
        </Field>
      )}
      <p className="actions">
        {may('submit') && <Button onClick={() => act('submit', {}, '已送审。')}>送审</Button>}
        {may('approve') && (
          <Button type="primary" onClick={() => act('approve', {}, '已通过，开始使用。')}>
            审核通过
          </Button>
        )}
        {may('decline') && <Button onClick={() => act('decline', reason, '已退回。')}>退回修改</Button>}
        {may('withdraw') && <Button onClick={() => act('withdraw', reason, '已停用。')}>停用</Button>}
        {may('review') && (
          <Button
            onClick={() => act('review', { reviewOn: form.typed.reviewOn }, '已复核，下次复核的日期已记入。')}
          >
            内容仍正确，按所填日期再复核
          </Button>
        )}
        {inForce !== null && <Unhelpful id={id} />}
      </p>
      <Outcome acting={acting} />
    </section>
  )
}

function Unhelpful({ id }: { readonly id: string }) {
  const acting = useActing()
  const say = () =>
    acting.run(async () => {
      await send('POST', `/hotline/entries/${id}/unhelpful`)
      return '已记入。'
    })
  return (
    <>
      <Button loading={acting.busy} onClick={() => void say()}>
        没有帮助
      </Button>
      <Outcome acting={acting} />
    </>
  )
}
