import { useParams } from 'react-router'
import { useSession } from '../../../desk/session.ts'
import { type Opening, useOpening } from './opening.ts'
import { useVisits } from './use-visits.ts'
import { VisitPage } from './visit-page.tsx'
import { VisitsToMake } from './visits-to-make.tsx'
import '../../../office/desk/office.css'
import './visits.css'

/** 现场核查: the demands to visit, or one of them. One page, so that one file opens both where there is no line. */
export function VisitsPage() {
  const { id } = useParams()
  const session = useSession()
  const kept = useVisits(session.id)
  const opening = useOpening()
  return (
    <>
      {id === undefined ? (
        <VisitsToMake session={session} kept={kept} />
      ) : (
        <VisitPage key={id} {...{ id, session, kept }} />
      )}
      <p role="status">{openingWords[opening]}</p>
    </>
  )
}

const openingWords: Readonly<Record<Opening, string>> = {
  waiting: '正在把本页存到这部手机，请先不要断开网络。',
  ready: '本页已存在这部手机上：没有网络时也能打开、刷新，带走的诉求保留三天，退出登录时清除。',
  none: '这部手机的浏览器不能把本页存下来（需要 https 网址，并且不是无痕浏览）：没有网络时请不要关闭或者刷新本页。',
}
