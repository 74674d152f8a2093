import { useSyncExternalStore } from 'react'

function listen(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/** Says when the network is gone. */
export function Offline() {
  const online = useSyncExternalStore(listen, () => navigator.onLine)
  return (
    <div role="status" className="offline">
      {!online && '网络已断开。填写的内容仍在页面上，网络恢复后再保存。'}
    </div>
  )
}
