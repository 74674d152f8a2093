import { deskPaths } from '../../web/paths.ts'

/** A visit page that was opened without a line opens anew once a newer build has taken its place; what was typed is kept. */
export function openNewer(): void {
  const mine = document.querySelector<HTMLMetaElement>('meta[name=desk-version]')?.content
  // A site without https has no workers.
  if (mine === undefined || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ deskVersion?: string }>) => {
    const { deskVersion = mine } = data
    if (deskVersion !== mine && location.pathname.startsWith(deskPaths.visits())) location.reload()
  })
}
