import { useQuery } from '@tanstack/react-query'
import { read, send } from '../../../desk/client.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { paths } from '../../../web/paths.ts'
import type { PublishedDemand } from '../../published/published.ts'
import type { AnswerStep } from '../../published/steps.ts'
import type { DemandView } from '../../view.ts'
import type { AnswerFound } from './answer-found.ts'
import { OnItsWay } from './on-its-way.tsx'

interface Found {
  readonly published: PublishedDemand | null
  /** The public answer that the caller had in mind when he filed. */
  readonly same: { readonly demand: string; readonly title: string } | null
  readonly onItsWay: AnswerFound
}

/** The answer of a demand on its way to everybody: proposed, put into words, checked by another person, public. */
export function PublishedPanel({ view }: { view: DemandView }) {
  const { demand } = view
  const address = `/demands/${demand.id}/published`
  const found = useQuery({
    queryKey: ['demand', demand.id, 'published'],
    queryFn: () => read<Found>(address),
  })
  if (found.data === undefined) return null
  const { published, same, onItsWay } = found.data
  const { standing, steps } = onItsWay
  const nothingToDo = standing.state === null && steps.every(({ refusal }) => refusal !== null)
  if (nothingToDo && same === null) return null
  const take = (step: AnswerStep, told: object = {}) =>
    send('POST', `${address}/${step}`, { version: standing.version, ...told })
  return (
    <section className="card" aria-label="公开答复">
      <h2>公开答复</h2>
      {same !== null && (
        <p>
          {'来电人表示与这个公开的答复是同样的问题：'}
          <a href={paths.demandAnswer(same.demand)}>{same.title}</a>
        </p>
      )}
      {published?.withdrawnAt === null && (
        <p>
          <a href={paths.demandAnswer(demand.id)}>{published.title}</a>
          {`，${momentInChinese(published.publishedAt)}公开，有 ${published.same} 人有同样的问题。`}
        </p>
      )}
      {!nothingToDo && <OnItsWay {...{ view, take }} found={onItsWay} />}
    </section>
  )
}
