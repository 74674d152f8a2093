import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { isTyping } from '../../../desk/keys.tsx'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { draftStateLabel, shelfStateLabel } from '../../standing.ts'
import type { ItemView } from '../../view.ts'
import { ItemActs } from './acts/acts-panel.tsx'
import { Editions, ItemFacts, ItemTimeline } from './aside.tsx'
import { Findings } from './findings.tsx'
import { itemQuery } from './item-query.ts'
import { PaperText } from './paper-text.tsx'
import '../../../office/desk/office.css'
import '../items.css'

const Editor = lazy(async () => ({ default: (await import('../editor/draft-editor.tsx')).DraftEditor }))

/** One item: its facts, its draft and what the public reads, and what may be done now. */
export function ItemPage() {
  const { id = '' } = useParams()
  const found = useQuery(itemQuery(id))
  if (found.isError) return <Broken cause={found.error} />
  if (found.isPending) return <SlowSkeleton />
  return <Item key={id} view={found.data} />
}

function Item({ view }: { view: ItemView }) {
  useActKey()
  const { item, standing, draft, published } = view
  const title = (draft?.content ?? published)?.title || '（未填标题）'
  const maySave = view.steps.some(({ step, refusal }) => step === 'save' && refusal === undefined)
  return (
    <>
      <title>{`${title} - 主动公开 - 工作台`}</title>
      <p className="no-print">
        <Link to={deskPaths.items()}>主动公开</Link>
      </p>
      <h1>{title}</h1>
      <p role="status" aria-label="办理情况" className="card">
        <strong>{draftStateLabel[standing.draft]}</strong>
        {`　${shelfStateLabel[standing.shelf]}`}
        {standing.scheduledFor !== null && `　定于 ${momentInChinese(standing.scheduledFor)} 发布`}
        {standing.urgentBy !== null && <span className="late">　应急发布，等待他人补作保密审查</span>}
      </p>
      <div className="item-page">
        <div className="facts">
          <ItemFacts view={view} />
          <Editions view={view} />
          <ItemTimeline view={view} />
        </div>
        <div className="middle">
          {draft !== null && maySave && (
            <Suspense fallback={<SlowSkeleton />}>
              <Editor view={view} draft={draft} />
            </Suspense>
          )}
          {draft !== null && !maySave && <PaperText item={item.id} content={draft.content} heading="稿件" />}
          {draft === null && published !== null && (
            <PaperText item={item.id} content={published} heading="公开的内容" />
          )}
        </div>
        <div className="acts">
          <ItemActs view={view} />
          <Findings view={view} />
        </div>
      </div>
    </>
  )
}

/** `e`, here or in the list, leads to the first thing that may be done. */
function useActKey(): void {
  const { hash } = useLocation()
  useEffect(() => {
    if (hash === '#acts') toFirstAct()
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'e' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
      event.preventDefault()
      toFirstAct()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [hash])
}

function toFirstAct(): void {
  document.querySelector<HTMLElement>('.offers button:not([disabled])')?.focus()
}
