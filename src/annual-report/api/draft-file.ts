import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { forSignedIn } from '../../office/api/who.ts'
import type { AppEnv } from '../../office/env.ts'
import { today } from '../../platform/clock.ts'
import { namedFile } from '../../platform/http/named-file.ts'
import { expandFigures } from '../live-figures.ts'
import { titleOf } from '../printed/document.ts'
import { formats } from '../printed/format.ts'
import { mediaType, render } from '../render/render.ts'
import { stateLabel } from '../steps.ts'
import { doingOf, viewAfter } from './doing.ts'
import { reportKey } from './views.ts'

/** A route for whoever may see what of an agency is not yet public. */
export const forReaders = {
  ...forSignedIn,
  description: '可用者：该机构的人员，以及上级机构的主管部门、审计员和系统管理员。',
}

const route = createRoute({
  ...forReaders,
  method: 'get',
  path: '/reports/{agency}/{year}/draft/file/{format}',
  summary: '草稿预览：页上注明草稿',
  tags: ['编制'],
  request: { params: reportKey.extend({ format: z.enum(formats) }) },
  responses: { 200: { description: '文件' }, 404: { description: '没有找到，或者无权查看' } },
})

/** The draft as a file, for whoever may see it; it says on its first page that it is a draft. */
export function serveDraftFile(api: OpenAPIHono<AppEnv>): void {
  api.openapi(route, async context => {
    const { format, ...key } = context.req.valid('param')
    const { report, explanations, line, beside } = await viewAfter(context.var.work, doingOf(context, key))
    const draft = `【草稿】第 ${line.edition} 版，${stateLabel[line.state]}，${today()} 导出，尚未公布，仅供内部核对。`
    const bytes = await render(expandFigures(report, beside), format, { explanations, draft })
    const name = `草稿-${titleOf(report)}.${format}`
    const way = format === 'pdf' ? 'inline' : 'attachment'
    return context.body(Uint8Array.from(bytes), 200, {
      'content-type': mediaType[format],
      'content-disposition': namedFile(name, way),
      'cache-control': 'no-store',
    })
  })
}
