import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { SecureHeadersVariables } from 'hono/secure-headers'
import { demoSignIns } from '../demo/staff.ts'
import { agencyTree } from '../office/agencies.ts'
import type { AppEnv } from '../office/env.ts'
import { roleLabel } from '../office/roles.ts'
import { setting } from '../platform/settings.ts'
import { apiPaths } from '../web/paths.ts'
import { deskFolder } from './desk-build.ts'

/** The staff workbench's files; every page gets a nonce of its own for its styles. Data comes through the interface alone. */
export function deskRoutes() {
  const desk = new Hono<AppEnv & { Variables: SecureHeadersVariables }>()
  desk.use(
    '/desk/assets/*',
    serveStatic({
      root: deskFolder,
      precompressed: true,
      rewriteRequestPath: path => path.replace(/^\/desk/, ''),
      onFound: (_, context) => context.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  for (const path of ['/desk', '/desk/*']) {
    desk.get(path, context => {
      const file = join(deskFolder, 'index.html')
      if (!existsSync(file)) return context.text('工作台页面尚未构建。请重新启动，或运行 npm start。', 503)
      const nonce = context.get('secureHeadersNonce') ?? ''
      context.header('cache-control', 'no-store')
      return context.html(readFileSync(file, 'utf8').replaceAll('NONCE', nonce))
    })
  }
  return desk
}

/** How one may sign in: the identity service where it is set, the demo accounts where this is the demo. Open to: the public. */
export function signInDoors(): Hono<AppEnv> {
  const doors = new Hono<AppEnv>()
  doors.get('/session/doors', async context => {
    const site = await setting(context.var.work.db, 'site')
    const names = new Map(
      (await agencyTree(context.var.work)).map(({ code, shortName }) => [code, shortName]),
    )
    const demo = demoSignIns.map(({ signIn, password, role, agency }) => ({
      ...{ signIn, password, role: roleLabel[role], agency: names.get(agency) ?? agency },
    }))
    const { issuer, clientId, label } = await setting(context.var.work.db, 'oidc')
    const oidc = issuer === '' || clientId === '' ? null : { label, path: apiPaths.oidc() }
    return context.json({ oidc, demo: site.demo ? demo : [] })
  })
  return doors
}
