import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { gives, makes, takes } from '../../platform/http/openapi.ts'
import { initialsOf } from '../../platform/text/initials.ts'
import { addAgency, agencyTree, changeAgency, type HeldWork } from '../agencies.ts'
import { type AppEnv, signedIn } from '../env.ts'
import { agencyCode, nameForm } from './forms.ts'
import { forEverybody, forRoles, officeRoutes, orThrow } from './who.ts'

const tags = ['机构']
const shortName = z.string().trim().min(1, '请填写简称').max(40, '不能超过 40 字')
const kind = z
  .enum(['government', 'department', 'county', 'township'], '请选择机构类别')
  .openapi({ description: 'government 政府、department 部门、county 县区、township 乡镇街道' })
const parent = agencyCode.nullable().openapi({ description: '上级机构的代码；最上级机构为 null' })

const agencyForm = z
  .object({
    ...{ code: agencyCode, name: nameForm, shortName, kind, parent },
    standing: z.boolean().openapi({ description: '已撤销的为 false，其历史保留' }),
  })
  .openapi('Agency')

const namedForm = agencyForm
  .extend({ initials: z.string().openapi({ description: '简称和全称的拼音首字母，以空格分开' }) })
  .openapi('NamedAgency')

const list = createRoute({
  ...{ method: 'get', path: '/agencies', summary: '全部机构，上级在前', tags },
  ...forEverybody,
  responses: gives(z.object({ agencies: z.array(namedForm) }), '机构'),
})

const add = createRoute({
  ...{ method: 'post', path: '/agencies', summary: '在所辖机构之下增加机构', tags },
  ...forRoles('administrator'),
  request: takes(z.object({ code: agencyCode, name: nameForm, shortName, kind, parent })),
  responses: makes(agencyForm, '新的机构'),
})

const change = createRoute({
  ...{ method: 'patch', path: '/agencies/{code}', summary: '更名、移动、撤销或恢复机构', tags },
  ...forRoles('administrator'),
  request: {
    params: z.object({ code: agencyCode }),
    ...takes(
      z.object({
        ...{ name: nameForm.optional(), shortName: shortName.optional() },
        ...{ parent: parent.optional(), standing: z.boolean().optional() },
      }),
    ),
  },
  responses: gives(agencyForm, '修改后的机构'),
})

/** The agencies; their names are public. `held` is what may keep one from being dissolved. */
export function agenciesApi(held: readonly HeldWork[]): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  api.openapi(list, async context => {
    const agencies = (await agencyTree(context.var.work)).map(agency => ({
      ...agency,
      initials: `${initialsOf(agency.shortName)} ${initialsOf(agency.name)}`,
    }))
    return context.json({ agencies }, 200)
  })
  api.openapi(add, async context => {
    const agency = context.req.valid('json')
    return context.json(orThrow(await addAgency(context.var.work, agency, signedIn(context))), 201)
  })
  api.openapi(change, async context => {
    const { code } = context.req.valid('param')
    const wanted = withoutBlanks(context.req.valid('json'))
    const doing = { by: signedIn(context), held }
    return context.json(orThrow(await changeAgency(context.var.work, code, wanted, doing)), 200)
  })
  return api
}

function withoutBlanks<T extends object>(wanted: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(wanted).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}
