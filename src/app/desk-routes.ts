import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { Hono } from 'hono'
import type { SecureHeadersVariables } from 'hono/secure-headers'
import { demoSignIns } from '../demo/staff.ts'
import { agencyTree } from '../office/agencies.ts'
import { forEverybody } from '../office/api/who.ts'
import type { AppEnv } from '../office/env.ts'
import { openRefusal } from '../office/oidc-routes.ts'
import { roleLabel } from '../office/roles.ts'
import { describe, gives } from '../platform/http/openapi.ts'
import { setting } from '../platform/settings.ts'
import { apiPaths, deskFiles } from '../web/paths.ts'
import { deskFolder } from './desk-build.ts'
import { visitsWorkerFile } from './visits-worker.ts'

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
  desk.get(deskFiles.visitsWorker(), context => {
    const file = join(deskFolder, visitsWorkerFile)
    if (!existsSync(file)) return context.text('工作台页面尚未构建。', 503)
    context.header('cache-control', 'no-cache')
    return context.body(readFileSync(file, 'utf8'), 200, { 'content-type': 'text/javascript; charset=utf-8' })
  })
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

const doorsTold = {
  method: 'get',
  ...{ path: '/session/doors', summary: '可用的登录方式', tags: ['登录'], ...forEverybody },
  request: { query: z.object({ refusal: z.string().optional() }) },
  responses: gives(
    z.object({
      oidc: z.object({ label: z.string(), path: z.string() }).nullable(),
      demo: z.array(
        z.object({ signIn: z.string(), password: z.string(), role: z.string(), agency: z.string() }),
      ),
      refusal: z.string().nullable(),
    }),
    '统一身份认证、演示账户，以及刚才未能登录的原因',
  ),
} as const

/** How one may sign in: the identity service where it is set, the demo accounts where this is the demo. Open to: the public. */
export function signInDoors(): OpenAPIHono<AppEnv> {
  const doors = new OpenAPIHono<AppEnv>()
  describe(doors, [doorsTold])
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
    const refusal = openRefusal(context, context.req.query('refusal') ?? '') ?? null
    return context.json({ oidc, demo: site.demo ? demo : [], refusal })
  })
  return doors
}
