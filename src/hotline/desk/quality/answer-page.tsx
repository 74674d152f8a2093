import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { send } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { hundredths } from './sample-page.tsx'
import { type ShownSample, useSample } from './use-sample.ts'
import '../../../office/desk/office.css'

/** One answer that was drawn: what was asked, what was answered, the parts of its score, and the supervisor's judgement. */
export function SampledAnswerPage() {
  const { id = '', place = '' } = useParams()
  const found = useSample(id)
  if (found.isError) return <Broken cause={found.error} />
  if (found.data === undefined) return <SlowSkeleton />
  const answer = found.data.answers.find(each => String(each.place) === place)
  if (answer === undefined)
    return (
      <>
        <h1>没有这件答复</h1>
        <Link to={deskPaths.sample(id)}>回到这次抽查</Link>
      </>
    )
  const { quality } = answer
  return (
    <>
      <title>{`${answer.number} 的答复 - 答复质量抽查 - 工作台`}</title>
      <p className="no-print">
        <Link to={deskPaths.sample(id)}>{`这次抽查（第 ${place} 件，共 ${found.data.sample.size} 件）`}</Link>
      </p>
      <h1>{`${answer.number} 的答复`}</h1>
      <section className="card" aria-label="诉求和答复">
        <h2>{answer.subject}</h2>
        <p className="asked">{answer.body}</p>
        <h3>{`答复（${answer.unitName ?? '热线直接答复'}）`}</h3>
        <p className="asked">{answer.reply}</p>
        <p>
          {`得分 ${quality.score}：切题 ${hundredths(quality.relevance)}，完整 ${hundredths(quality.completeness)}，说理 ${hundredths(quality.reasons)}，及时 ${hundredths(quality.timeliness)}（各项满分 100，按 30、30、25、15 的比重合计）。`}
        </p>
        <Link to={deskPaths.demand(answer.demand)}>打开诉求</Link>
      </section>
      {answer.passed !== null && (
        <p>{`${answer.judgedByName ?? ''} ${answer.judgedAt === null ? '' : momentInChinese(answer.judgedAt)} 评为${answer.passed ? '合格' : '不合格'}${answer.reason ? `：${answer.reason}` : ''}`}</p>
      )}
      {found.data.mayJudge ? (
        <Judge key={place} shown={found.data} place={answer.place} />
      ) : (
        <p>由热线的督办员评判。</p>
      )}
    </>
  )
}

function Judge({ shown, place }: { readonly shown: ShownSample; readonly place: number }) {
  const { id } = shown.sample
  const acting = useActing()
  const queries = useQueryClient()
  const go = useNavigate()
  const { typed, field, clear } = useTyped(`gongkai sampled answer ${id} ${place}`, { reason: '' })
  const judge = (passed: boolean) =>
    acting.run(async () => {
      await send('POST', `/hotline/samples/${id}/answers/${place}`, { passed, reason: typed.reason })
      clear()
      await queries.invalidateQueries({ queryKey: ['sample', id] })
      const next = shown.answers.find(each => each.place !== place && each.passed === null)
      await go(next === undefined ? deskPaths.sample(id) : deskPaths.sampledAnswer(id, next.place))
      return ''
    })
  return (
    <form className="card no-print" aria-label="评判" onSubmit={event => event.preventDefault()}>
      <h2>评判</h2>
      <Field label="理由（不合格的须写明）" wrong={acting.fields.reason}>
        <textarea {...field('reason')} rows={3} maxLength={500} />
      </Field>
      <div className="actions">
        <Button type="primary" loading={acting.busy} onClick={() => void judge(true)}>
          合格
        </Button>
        <Button danger loading={acting.busy} onClick={() => void judge(false)}>
          不合格
        </Button>
      </div>
      <p>评判后转到下一件没有评判的。再次评判的，以后一次为准，以前的保留。</p>
      <Outcome acting={acting} />
    </form>
  )
}
