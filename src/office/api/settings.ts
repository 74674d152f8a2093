import { randomUUID } from 'node:crypto'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { does, gives, takes } from '../../platform/http/openapi.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { mailerBy } from '../../platform/outbox/mail.ts'
import { saveSetting, setting, settingForms, withSecretsSealed } from '../../platform/settings.ts'
import { refuse } from '../../statute/refusal.ts'
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
const disclosureForm = settingForms.disclosure.unwrap()
const mailForm = settingForms.mail.unwrap().extend({
  passwordSecret: z
    .string()
    .max(2000, '不能超过 2000 字')
    .default('')
    .openapi({ description: '只写不读；不给出或为空的，保留原值' }),
})

const read = createRoute({
  ...{ method: 'get', path: '/settings', summary: '网站信息、公开、发信和统一身份认证的设置', tags },
  ...forTheWholeHouse,
  responses: gives(
    z.object({
      site: siteForm,
      foi: foiForm,
      disclosure: disclosureForm,
      mail: mailForm.omit({ passwordSecret: true }).extend({ passwordSecretSet: z.boolean() }),
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

const saveDisclosure = createRoute({
  ...{ method: 'put', path: '/settings/disclosure', summary: '保存主动公开的设置，立即生效', tags },
  ...forTheWholeHouse,
  request: takes(disclosureForm),
  responses: does('已保存'),
})

const saveMail = createRoute({
  ...{ method: 'put', path: '/settings/mail', summary: '保存发信服务器的设置，立即生效', tags },
  ...forTheWholeHouse,
  request: takes(
    mailForm.refine(({ host, from }) => host === '' || from !== '', {
      path: ['from'],
      message: '填写了服务器，还须填写发件人地址',
    }),
  ),
  responses: does('已保存'),
})

const tryMail = createRoute({
  ...{ method: 'post', path: '/settings/mail/trial', summary: '试发一封信', tags },
  ...forTheWholeHouse,
  request: takes(z.object({ to: z.email('请填写收件人的电子邮箱地址') })),
  responses: does('服务器已收下'),
})

/** The settings of the house. */
export function settingsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  api.openapi(read, async context => {
    const { db } = context.var.work
    const [{ demo: _, ...site }, foi, disclosure, { passwordSecret, ...mail }, { clientSecret, ...oidc }] =
      await Promise.all([
        setting(db, 'site'),
        setting(db, 'foi'),
        setting(db, 'disclosure'),
        setting(db, 'mail'),
        setting(db, 'oidc'),
      ])
    const known = {
      mail: { ...mail, passwordSecretSet: passwordSecret !== '' },
      oidc: { ...oidc, clientSecretSet: clientSecret !== '' },
    }
    return context.json({ site, foi, disclosure, ...known }, 200)
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
  api.openapi(saveDisclosure, async context => {
    await saveSetting(context.var.work, 'disclosure', context.req.valid('json'), signedIn(context))
    return context.body(null, 204)
  })
  mailRoutes(api)
  api.openapi(saveOidc, async context => {
    const { work, secrets } = context.var
    const value = await withSecretsSealed(work.db, 'oidc', context.req.valid('json'), secrets)
    await saveSetting(work, 'oidc', value, signedIn(context))
    return context.body(null, 204)
  })
  return api
}

function mailRoutes(api: OpenAPIHono<AppEnv>): void {
  api.openapi(saveMail, async context => {
    const { work, secrets } = context.var
    const value = await withSecretsSealed(work.db, 'mail', context.req.valid('json'), secrets)
    await saveSetting(work, 'mail', value, signedIn(context))
    return context.body(null, 204)
  })
  api.openapi(tryMail, async context => {
    const { work, secrets } = context.var
    const mailer = mailerBy(await setting(work.db, 'mail'), secrets)
    if (mailer === undefined) throw ProblemError.of(refuse('还没有设置发信服务器，请先填写并保存。'))
    const { name } = await setting(work.db, 'site')
    const { to } = context.req.valid('json')
    const words = {
      subject: `试发 - ${name}`,
      text: `这是“${name}”试发的一封信，收到即说明发信服务器设置正确。`,
    }
    try {
      await mailer.send({ to, ...words, messageId: `<trial-${randomUUID()}@gongkai>` })
    } catch (cause) {
      const said = cause instanceof Error ? cause.message : ''
      throw ProblemError.of(refuse(`发信服务器没有收下：${said}。请核对服务器、端口、加密方式和密码。`))
    } finally {
      mailer.close()
    }
    return context.body(null, 204)
  })
}
