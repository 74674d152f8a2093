import { type ServerType, serve } from '@hono/node-server'
import { CannotStart } from '../platform/cannot-start.ts'
import type { Work } from '../platform/work.ts'
import { type Footing, siteOn } from './routes.ts'

/** A listening server. */
export interface Listening {
  readonly port: number
  /** Takes no new requests, finishes those that run, then closes. */
  stop(): Promise<void>
}

/** Serves the site. Port 0 takes any free one. @throws CannotStart where the port is taken */
export function listen(work: Work, port: number, hostname?: string, footing?: Footing): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const options = {
      fetch: siteOn(work, footing).fetch,
      port,
      ...(hostname === undefined ? {} : { hostname }),
    }
    const server: ServerType = serve(options, ({ port: bound }) =>
      resolve({ port: bound, stop: () => stopped(server) }),
    )
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(cause.code === 'EADDRINUSE' ? CannotStart.portTaken(port) : cause),
    )
  })
}

function stopped(server: ServerType): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 8000).unref()
  })
}
