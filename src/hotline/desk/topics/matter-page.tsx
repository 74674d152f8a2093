import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { read } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { inChinese } from '../../../statute/day.ts'
import { deskPaths } from '../../../web/paths.ts'
import { demandStateLabel } from '../../standing.ts'
import { heatInWords } from '../../topics/heat.ts'
import type { MatterMember, MatterView } from '../../topics/hot.ts'
import { Corrections } from './corrections.tsx'
import '../../../office/desk/office.css'
import '../../../office/desk/case.css'

/** One matter: how hot it is and why, its demands with what each shares, the days, and how it is corrected. */
export function MatterPage() {
  const { id = '' } = useParams()
  const found = useQuery({
    queryKey: ['matter', id],
    queryFn: () => read<MatterView>(`/hotline/topics/${id}`),
  })
  return (
    <>
      <p className="no-print">
        <Link to={deskPaths.topics()}>热点事项</Link>
      </p>
      {found.isError && <Broken cause={found.error} />}
      {found.isPending && <SlowSkeleton />}
      {found.data !== undefined && <Whole key={id} view={found.data} />}
    </>
  )
}

function Whole({ view }: { view: MatterView }) {
  const [chosen, choose] = useState<readonly string[]>([])
  const toggle = (id: string) =>
    choose(chosen.includes(id) ? chosen.filter(each => each !== id) : [...chosen, id])
  return (
    <>
      <title>{`${view.title} - 热点事项 - 工作台`}</title>
      <h1>{view.title}</h1>
      <Heat view={view} />
      <section className="card" aria-label="诉求">
        <h2>{`诉求（${view.demands} 件）`}</h2>
        {view.members.length < view.demands && <p>{`只列出最近的 ${view.members.length} 件。`}</p>}
        <ul className="members">
          {view.members.map(member => (
            <li key={member.demand}>
              {view.mayCorrect && (
                <input
                  type="checkbox"
                  aria-label={`选择 ${member.number}`}
                  checked={chosen.includes(member.demand)}
                  onChange={() => toggle(member.demand)}
                />
              )}
              <MemberLine member={member} />
            </li>
          ))}
        </ul>
      </section>
      {view.mayCorrect && (
        <p className="no-print">
          <Link
            to={deskPaths.newProject({
              title: `${view.title}专项治理`,
              matters: view.id,
              reason: reasonOf(view),
            })}
          >
            立项治理
          </Link>
        </p>
      )}
      {view.mayCorrect && <Corrections view={view} chosen={chosen} done={() => choose([])} />}
      <Days view={view} />
    </>
  )
}

/** Why a matter is taken in hand, as far as its numbers say. */
function reasonOf({ callers, demands, weeks }: MatterView): string {
  return `${callers} 人反映 ${demands} 件，持续 ${weeks} 周。`
}

function Heat({ view }: { view: MatterView }) {
  const { callers, demands, fresh, weeks, repeated = 0, heat, place, people } = view
  return (
    <section className="card" aria-label="热度">
      <p>
        <strong>{`热度 ${heat}`}</strong>
        {`　${callers} 人、${demands} 件　${[place, people].filter(Boolean).join('，')}`}
      </p>
      <details>
        <summary>为什么：热度的算式</summary>
        <p>{heatInWords}</p>
        <p>
          {`${callers} 人，其中近 30 日新增 ${Math.round(fresh * 100)}%；${weeks} 周有诉求；办结后又有的占 ${Math.round(repeated * 100)}%。`}
        </p>
      </details>
    </section>
  )
}

/** One demand of a matter, with why it belongs there. */
export function MemberLine({ member }: { member: MatterMember }) {
  const { places, words, byHand } = member
  return (
    <span>
      <Link className="number" to={deskPaths.demand(member.demand)}>
        {member.number}
      </Link>
      {`　${member.subject}`}
      <br />
      <small>
        {[inChinese(member.on), demandStateLabel[member.state], member.unitName ?? '未派单'].join('，')}
        {member.sameCaller && '，同一来电人再次反映（不重复计人）'}
        {`　归入理由：${whyText({ places, words, byHand })}`}
      </small>
    </span>
  )
}

/** Why a demand belongs to its matter, in words. */
export function whyText(why: {
  readonly places: readonly string[]
  readonly words: readonly string[]
  readonly byHand: boolean
}): string {
  const parts = [
    ...(why.byHand ? ['人工认定'] : []),
    ...(why.places.length > 0 ? [`地点“${why.places.join('、')}”`] : []),
    ...(why.words.length > 0 ? [`用语“${why.words.join('、')}”`] : []),
  ]
  return parts.join('；') || '本事项的第一件'
}

function Days({ view: { days } }: { view: MatterView }) {
  const most = Math.max(...days.map(({ demands }) => demands))
  return (
    <section className="card" aria-label="每日件数">
      <h2>每日件数</h2>
      <ol className="days">
        {days.map(({ on, demands }) => (
          <li key={on}>
            <span>{inChinese(on)}</span>
            <meter min={0} max={most} value={demands} aria-label={`${inChinese(on)} ${demands} 件`} />
            <span>{`${demands} 件`}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
