import { Button } from 'antd'
import { useWalk, useWalkKeys } from './walk.ts'

/** From a demand to the next of the queue from which it was opened. */
export function Walking({ id }: { readonly id: string }) {
  const walk = useWalk(id)
  useWalkKeys(walk)
  if (!walk.inQueue) return null
  return (
    <nav className="actions" aria-label="队列">
      <Button size="small" disabled={walk.first} aria-keyshortcuts="k" onClick={walk.before}>
        上一件（K）
      </Button>
      <Button size="small" aria-keyshortcuts="j n" onClick={() => void walk.next()}>
        下一件（J）
      </Button>
      <span role="status">{walk.ended}</span>
    </nav>
  )
}
