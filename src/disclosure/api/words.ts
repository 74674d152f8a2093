import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { forSignedIn, forTheTop, officeRoutes, orThrow } from '../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../office/env.ts'
import { body, describe, gives, queryIn, takes } from '../../platform/http/openapi.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { dayOf, isDay } from '../../statute/day.ts'
import { findingsView, tryOut, wordsView } from '../act/checks/views.ts'
import { addPhrase, addWord, editWord, importWords, removePhrase, removeWords } from '../act/checks/words.ts'
import { wordsInFile } from '../read/word-file.ts'

const tags = ['错敏词']
const readers = forSignedIn
const keepers = forTheTop('officer', 'administrator')
const day = (what: string) =>
  z
    .string()
    .refine(isDay, `${what}请写成 2026-03-02 这样的年-月-日`)
    .transform(text => dayOf(text))
const words = (most: number, what: string) => z.string().trim().max(most, `${what}不能超过 ${most} 字`)
const wordForm = z
  .object({
    word: words(60, '错误用语').min(1, '请填写错误用语'),
    right: words(100, '正确用语').default(''),
    severity: z.enum(['severe', 'mild'], '请选择程度'),
    why: words(200, '说明').default(''),
    from: day('起始日期'),
    to: day('停用日期').nullable().default(null),
  })
  .openapi('WatchedWord')
const whiteForm = z
  .object({ phrase: words(60, '短语').min(1, '请填写短语'), why: words(200, '说明').default('') })
  .openapi('WhitePhrase')
const done = z.object({ kind: z.literal('changed'), count: z.int() })
const idsForm = z.object({ ids: z.array(z.uuid()).min(1, '请选择要删除的词').max(2000) })
const fileForm = z.object({ csv: z.string().max(2_000_000, '文件超过 200 万字') })
const tryForm = z.object({ text: z.string().max(200_000, '文字不能超过 20 万字') })
const finding = z
  .object({ rule: z.string(), severity: z.enum(['severe', 'mild']), message: z.string() })
  .loose()
  .openapi('WordFinding')
const findingsQuery = z.object({
  agency: z.string().max(63).optional(),
  rule: z
    .string()
    .regex(/^[\w.]{1,40}$/, '没有这一类')
    .optional()
    .openapi({
      description: '类别：words、personal、numbers、links、hidden、files、pictures、text、required',
    }),
  severity: z.enum(['severe', 'mild'], '程度为 severe 或者 mild').optional(),
  q: z.string().trim().max(100, '查找的字不能超过 100 个').optional(),
  sort: z
    .string()
    .regex(/^-?(published|title|rule|severity|found)$/, '不能这样排序')
    .default('-published'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})
const key = z.object({ id: z.uuid('没有这个词') })
const lists = z
  .object({ version: z.int(), mayChange: z.boolean(), rechecked: z.boolean() })
  .loose()
  .openapi('WordLists')

const routes = [
  {
    method: 'get',
    ...{ path: '/words', summary: '错敏词表和白名单', tags, ...readers },
    responses: gives(lists, '词表、白名单，以及公开内容是否已按这一版检查完'),
  },
  {
    method: 'post',
    ...{ path: '/words', summary: '增加错敏词', tags, ...keepers },
    ...{ request: takes(wordForm), responses: gives(done, '已增加') },
  },
  {
    method: 'put',
    ...{ path: '/words/{id}', summary: '修改错敏词', tags, ...keepers },
    ...{ request: { params: key, ...takes(wordForm) }, responses: gives(done, '已修改') },
  },
  {
    method: 'post',
    ...{ path: '/words/remove', summary: '删除错敏词', tags, ...keepers },
    ...{ request: takes(idsForm), responses: gives(done, '已删除') },
  },
  {
    method: 'post',
    ...{ path: '/words/import', summary: '导入错敏词（CSV）', tags, ...keepers },
    ...{ request: takes(fileForm), responses: gives(done, '已导入') },
  },
  {
    method: 'post',
    ...{ path: '/words/white', summary: '增加白名单短语', tags, ...keepers },
    ...{ request: takes(whiteForm), responses: gives(done, '已增加') },
  },
  {
    method: 'post',
    ...{ path: '/words/white/remove', summary: '删除白名单短语', tags, ...keepers },
    ...{ request: takes(whiteForm), responses: gives(done, '已删除') },
  },
  {
    method: 'post',
    ...{ path: '/words/try', summary: '试查一段文字，不保存', tags, ...readers },
    ...{ request: takes(tryForm), responses: gives(z.array(finding), '错敏词和个人信息') },
  },
  {
    method: 'get',
    ...{ path: '/words/findings', summary: '已公开内容中发现的问题', tags, ...readers },
    request: { query: findingsQuery },
    responses: gives(z.object({ total: z.int() }).loose(), '一页发现，以及各类的数量'),
  },
] as const

/** The watched words, for the staff: everybody reads, the top agency changes. */
export function wordsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.get('/words', async context => context.json(await wordsView(context.var.work, signedIn(context))))
  api.post('/words/try', async context => {
    signedIn(context)
    const { text } = await body(context, tryForm)
    return context.json(await tryOut(context.var.work, text))
  })
  api.get('/words/findings', async context => {
    const by = signedIn(context)
    const query = queryIn(context, findingsQuery)
    return context.json(await findingsView(context.var.work, by, query))
  })
  changes(api)
  return api
}

function changes(api: OpenAPIHono<AppEnv>): void {
  api.post('/words', async context => {
    const by = signedIn(context)
    return context.json(orThrow(await addWord(context.var.work, by, await body(context, wordForm))))
  })
  api.put('/words/:id', async context => {
    const by = signedIn(context)
    const id = z.uuid().safeParse(context.req.param('id'))
    if (!id.success) throw new ProblemError(404, '没有这个词。')
    return context.json(orThrow(await editWord(context.var.work, by, id.data, await body(context, wordForm))))
  })
  api.post('/words/remove', async context => {
    const by = signedIn(context)
    const { ids } = await body(context, idsForm)
    return context.json(orThrow(await removeWords(context.var.work, by, ids)))
  })
  api.post('/words/import', async context => {
    const by = signedIn(context)
    const { csv } = await body(context, fileForm)
    return context.json(orThrow(await importWords(context.var.work, by, orThrow(wordsInFile(csv)))))
  })
  api.post('/words/white', async context => {
    const by = signedIn(context)
    return context.json(orThrow(await addPhrase(context.var.work, by, await body(context, whiteForm))))
  })
  api.post('/words/white/remove', async context => {
    const by = signedIn(context)
    const { phrase } = await body(context, whiteForm)
    return context.json(orThrow(await removePhrase(context.var.work, by, phrase)))
  })
}
