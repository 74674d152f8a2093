import { useEffect, useState } from 'react'
import { deskFiles, deskPaths } from '../../../web/paths.ts'

/** Do the visit pages open without a line: being made ready, ready, or not to be had in this browser. */
export type Opening = 'waiting' | 'ready' | 'none'

async function opening(): Promise<ServiceWorkerRegistration> {
  const registered = await navigator.serviceWorker.register(deskFiles.visitsWorker(), {
    scope: deskPaths.visits(),
    updateViaCache: 'none',
  })
  // The browser itself looks for a newer build only now and then.
  if (registered.active !== null) void registered.update().catch(() => undefined)
  return registered
}

/** Told once the files of the pages are on this phone. */
function filled({ active, waiting, installing }: ServiceWorkerRegistration): Promise<boolean> {
  const worker = installing ?? waiting ?? active
  return new Promise(resolve => {
    const look = () => {
      if (worker?.state === 'activated') resolve(true)
      else if (worker === null || worker.state === 'redundant') resolve(active !== null)
    }
    worker?.addEventListener('statechange', look)
    look()
  })
}

/** Makes the visit pages open without a line, and asks for a newer build when the line returns. */
export function useOpening(): Opening {
  const [is, become] = useState<Opening>('waiting')
  useEffect(() => {
    // Without https there are no workers.
    if (!('serviceWorker' in navigator)) return become('none')
    const registered = opening()
    registered
      .then(filled)
      .then(done => become(done ? 'ready' : 'none'))
      .catch(() => become('none'))
    const again = () => void registered.then(each => each.update()).catch(() => undefined)
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [])
  return is
}
