import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { does, gives, takes } from '../../platform/http/openapi.ts'
import { saveSetting, setting, settingForms, withSecretsSealed } from '../../platform/settings.ts'
import { type AppEnv, signedIn } from '../env.ts'
import { forTheWholeHouse, officeRoutes } from './who.ts'

const tags = ['设置']
// Whether this is the demo is told by its data, never set by hand: the demo's accounts are shown to everybody.
const siteForm = settingForms.site.unwrap().omit({ demo: true }).openapi('Site')
const oidcForm = settingForms.oidc.unwrap().extend({
  clientSecret: z
    .string()
    .max(2000, '不能超过 2000 字')
    .default('')
    .openapi({ description: '只写不读；不给出或为空的，保留原值' }),
})
const foiForm = settingForms.foi.unwrap()

const read = createRoute({
  ...{ method: 'get', path: '/settings', summary: '网站信息、依申请公开和统一身份认证的设置', tags },
  ...forTheWholeHouse,
  responses: gives(
    z.object({
      site: siteForm,
      foi: foiForm,
      oidc: oidcForm.omit({ clientSecret: true }).extend({ clientSecretSet: z.boolean() }),
    }),
    '设置；密钥只说明有无',
  ),
})

const saveSite = createRoute({
  ...{ method: 'put', path: '/settings/site', summary: '保存网站信息，立即生效', tags },
  ...forTheWholeHouse,
  request: takes(siteForm),
  responses: does('已保存'),
})

const saveOidc = createRoute({
  ...{ method: 'put', path: '/settings/oidc', summary: '保存统一身份认证的设置，立即生效', tags },
  ...forTheWholeHouse,
  request: takes(
    oidcForm.refine(({ issuer, clientId }) => issuer === '' || clientId !== '', {
      path: ['clientId'],
      message: '填写了身份服务地址，还须填写客户端编号',
    }),
  ),
  responses: does('已保存'),
})

const saveFoi = createRoute({
  ...{ method: 'put', path: '/settings/foi', summary: '保存依申请公开的设置，立即生效', tags },
  ...forTheWholeHouse,
  request: takes(foiForm),
  responses: does('已保存'),
})

/** The settings of the house. */
export function settingsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  api.openapi(read, async context => {
    const { db } = context.var.work
    const [{ demo: _, ...site }, foi, { clientSecret, ...oidc }] = await Promise.all([
      setting(db, 'site'),
      setting(db, 'foi'),
      setting(db, 'oidc'),
    ])
    return context.json({ site, foi, oidc: { ...oidc, clientSecretSet: clientSecret !== '' } }, 200)
  })
  api.openapi(saveSite, async context => {
    const { work } = context.var
    const { demo } = await setting(work.db, 'site')
    await saveSetting(work, 'site', { ...context.req.valid('json'), demo }, signedIn(context))
    return context.body(null, 204)
  })
  api.openapi(saveFoi, async context => {
    await saveSetting(context.var.work, 'foi', context.req.valid('json'), signedIn(context))
    return context.body(null, 204)
  })
  api.openapi(saveOidc, async context => {
    const { work, secrets } = context.var
    const value = await withSecretsSealed(work.db, 'oidc', context.req.valid('json'), secrets)
    await saveSetting(work, 'oidc', value, signedIn(context))
    return context.body(null, 204)
  })
  return api
}
