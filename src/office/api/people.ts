import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { today } from '../../platform/clock.ts'
import { gives, makes, takes } from '../../platform/http/openapi.ts'
import { initialsOf } from '../../platform/text/initials.ts'
import { type AppEnv, signedIn } from '../env.ts'
import { disablePeople, endAllSessions, resetPassword } from '../people/access.ts'
import { addPerson, changePerson, peopleLines } from '../people.ts'
import { roleLabel, roleMay, roles } from '../roles.ts'
import { grantsForm, nameForm, roleForm } from './forms.ts'
import { forRoles, forSignedIn, officeRoutes, orThrow } from './who.ts'

const tags = ['人员和角色']
const id = z.uuid('没有这个人').openapi({ description: '人员编号' })
const params = z.object({ id })
const signIn = z.string().trim().toLowerCase().min(1, '请填写登录名').max(40, '不能超过 40 个字符')
const password = z.string().max(200, '不能超过 200 个字符')

const personForm = z
  .object({ id, signIn: z.string(), name: z.string(), disabled: z.boolean(), grants: grantsForm })
  .openapi('Person')
const lineForm = personForm
  .extend({
    password: z.boolean().openapi({ description: '只用统一身份认证登录的为 false' }),
    addedOn: z.string(),
    sessions: z.int().openapi({ description: '正在登录的处数' }),
    managed: z.boolean().openapi({ description: '您能否管理此人' }),
    initials: z.string().openapi({ description: '姓名的拼音首字母' }),
  })
  .openapi('PersonLine')

const listRoles = createRoute({
  ...{ method: 'get', path: '/roles', summary: '角色及其可以办理的事项', tags },
  ...forSignedIn,
  responses: gives(
    z.object({
      roles: z.array(z.object({ role: roleForm, label: z.string(), may: z.array(z.string()) })),
    }),
    '角色',
  ),
})

const list = createRoute({
  ...{ method: 'get', path: '/people', summary: '所辖机构的人员', tags },
  ...forRoles('administrator', 'auditor'),
  responses: gives(z.object({ people: z.array(lineForm) }), '人员'),
})

const add = createRoute({
  ...{ method: 'post', path: '/people', summary: '增加人员；不设密码的只用统一身份认证登录', tags },
  ...forRoles('administrator'),
  request: takes(z.object({ signIn, name: nameForm, password: password.optional(), grants: grantsForm })),
  responses: makes(personForm, '新的人员'),
})

const change = createRoute({
  ...{ method: 'patch', path: '/people/{id}', summary: '修改姓名、角色，停用或启用账户', tags },
  ...forRoles('administrator'),
  request: {
    params,
    ...takes(
      z.object({
        ...{ name: nameForm.optional(), disabled: z.boolean().optional() },
        ...{ password: password.optional(), grants: grantsForm.optional() },
      }),
    ),
  },
  responses: gives(personForm, '修改后的人员；失去权限的，其登录随即结束'),
})

const reset = createRoute({
  ...{ method: 'post', path: '/people/{id}/password', summary: '重置密码，新密码只显示这一次', tags },
  ...forRoles('administrator'),
  request: { params },
  responses: gives(z.object({ password: z.string() }), '新密码'),
})

const signOut = createRoute({
  ...{ method: 'delete', path: '/people/{id}/sessions', summary: '结束此人的全部登录', tags },
  ...forRoles('administrator'),
  request: { params },
  responses: gives(z.object({ ended: z.int() }), '结束的登录数'),
})

const disable = createRoute({
  ...{ method: 'post', path: '/people/disable', summary: '停用多名人员；preview 只预演不改动', tags },
  ...forRoles('administrator'),
  request: takes(
    z.object({ ids: z.array(id).min(1, '请选择人员').max(1000, '一次最多 1000 人'), preview: z.boolean() }),
  ),
  responses: gives(
    z.object({
      people: z.array(
        z.object({
          ...{ id: z.string(), name: z.string(), sessions: z.int() },
          refusal: z.string().nullable().openapi({ description: '不能停用的原因' }),
        }),
      ),
    }),
    '逐人的结果',
  ),
})

/** People and roles. */
export function peopleApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  api.openapi(listRoles, context => {
    const all = roles.map(role => ({ role, label: roleLabel[role], may: [...roleMay[role]] }))
    return context.json({ roles: all }, 200)
  })
  api.openapi(list, async context => {
    const seen = await peopleLines(context.var.work, signedIn(context))
    const lines = seen.map(each => ({
      ...{ ...each, grants: [...each.grants], initials: initialsOf(each.name, 'person') },
    }))
    return context.json({ people: lines }, 200)
  })
  api.openapi(add, async context => {
    const person = context.req.valid('json')
    const added = orThrow(await addPerson(context.var.work, person, signedIn(context), today()))
    return context.json({ ...added, grants: [...added.grants] }, 201)
  })
  api.openapi(change, async context => {
    const { id: person } = context.req.valid('param')
    const wanted = context.req.valid('json')
    const changed = orThrow(await changePerson(context.var.work, person, wanted, signedIn(context)))
    return context.json({ ...changed, grants: [...changed.grants] }, 200)
  })
  accessRoutes(api)
  return api
}

function accessRoutes(api: OpenAPIHono<AppEnv>): void {
  api.openapi(reset, async context => {
    const { id: person } = context.req.valid('param')
    return context.json(orThrow(await resetPassword(context.var.work, person, signedIn(context))), 200)
  })
  api.openapi(signOut, async context => {
    const { id: person } = context.req.valid('param')
    return context.json(orThrow(await endAllSessions(context.var.work, person, signedIn(context))), 200)
  })
  api.openapi(disable, async context => {
    const { ids, preview } = context.req.valid('json')
    const lines = await disablePeople(context.var.work, ids, signedIn(context), { preview })
    return context.json({ people: lines.map(line => ({ ...line })) }, 200)
  })
}
