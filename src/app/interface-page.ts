import { html } from 'hono/html'
import { z } from 'zod'
import type { Markup } from '../web/layout.ts'

/** What of a JSON schema is told to a reader. */
interface Schema {
  readonly $ref?: string | undefined
  readonly type?: string | readonly string[] | undefined
  readonly enum?: readonly unknown[] | undefined
  readonly items?: Schema | undefined
  readonly properties?: Readonly<Record<string, Schema>> | undefined
  readonly required?: readonly string[] | undefined
  readonly description?: string | undefined
}
const schemaForm: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    ...{ enum: z.array(z.unknown()).optional(), items: schemaForm.optional() },
    ...{ properties: z.record(z.string(), schemaForm).optional(), description: z.string().optional() },
    required: z.array(z.string()).optional(),
  }),
)
const contentForm = z.record(z.string(), z.object({ schema: schemaForm.optional() }))
const parameterForm = z.object({
  ...{ name: z.string(), in: z.string(), required: z.boolean().optional() },
  ...{ description: z.string().optional(), schema: schemaForm.optional() },
})
const operationForm = z.object({
  ...{ summary: z.string(), description: z.string().optional(), tags: z.array(z.string()).min(1) },
  parameters: z.array(parameterForm).optional(),
  requestBody: z.object({ content: contentForm }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: contentForm.optional() })),
  security: z.array(z.record(z.string(), z.array(z.string()))),
})

/** What the page reads of an OpenAPI document: each address has a summary, a subject, who may use it, and its answers. */
export const describedForm = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationForm)),
  components: z.object({ schemas: z.record(z.string(), schemaForm) }),
})

type Content = z.infer<typeof contentForm>
type Parameter = z.infer<typeof parameterForm>
interface Described {
  readonly paths: z.infer<typeof describedForm>['paths']
  readonly schemas: Readonly<Record<string, Schema>>
}

const typeLabel: Readonly<Record<string, string>> = {
  ...{ string: '文字', number: '数字', integer: '整数', boolean: '是或否', array: '列表', object: '对象' },
  null: '空',
}
const placeLabel: Readonly<Record<string, string>> = {
  path: '地址中',
  query: '问号后',
  header: '请求头',
  cookie: 'Cookie',
}

/**
 * The interface for people who write programs, without JavaScript: all addresses by their subject; or of one subject each
 * address with what it takes and gives, and the forms that it names. Undefined where there is no such subject.
 */
export function interfacePage(
  { paths, schemas }: Described,
  base: string,
  subject: string | undefined,
): Markup | undefined {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const subjects = Map.groupBy(all, ({ operation }) => operation.tags[0] ?? '')
  if (subject === undefined) return overview(all, subjects, { base, schemas })
  const routes = subjects.get(subject)
  if (routes === undefined) return undefined
  return html`<h1>开放接口：${subject}</h1>
<p><a href="/api/v1">全部接口</a>　<a href="/api/v1/openapi.json">openapi.json</a></p>
${routes.map(route => routeHtml(route, base))}
<h2 id="forms">数据格式</h2>
${formsOf(routes, schemas).map(name => formHtml(name, schemas[name] ?? {}))}`
}

function overview(
  all: readonly Route[],
  subjects: ReadonlyMap<string, readonly Route[]>,
  { base, schemas }: { readonly base: string; readonly schemas: Described['schemas'] },
): Markup {
  return html`<h1>开放接口</h1>
<p>公开的数据都可以通过接口取得，格式为 JSON；供程序读取的说明见 <a href="/api/v1/openapi.json">openapi.json</a>（OpenAPI 3.1）。需要登录的，先取得会话，以后每次带上：</p>
<pre tabindex="0" aria-label="登录示例"><code>${signInExample(base)}</code></pre>
<p>不能办理时，答复为 RFC 9457 的 problem+json（${formLink({ $ref: 'Problem' })}）：detail 说明原因，law 为所依据的条款；各状态的含义见<a href="#refusals">不能办理的答复</a>。</p>
${[...subjects].map(([subject, routes]) => html`<h2><a href="/api/v1?subject=${encodeURIComponent(subject)}">${subject}</a></h2><ul>${routes.map(({ method, path, operation }) => html`<li><code>${method} ${path}</code> ${operation.summary}</li>`)}</ul>`)}
<h2 id="refusals">不能办理的答复</h2>
<ul>${refusalsIn(all).map(([status, says]) => html`<li>${status}：${says}</li>`)}</ul>
<h2 id="forms">数据格式</h2>
${formHtml('Problem', schemas.Problem ?? {})}`
}

function formHtml(name: string, schema: Schema): Markup {
  return html`<details id="form-${name}"><summary>${name}</summary>${fieldsHtml(schema)}</details>`
}

/** The forms that these routes name, and those that these forms name. */
function formsOf(routes: readonly Route[], schemas: Described['schemas']): string[] {
  const named = new Set<string>()
  const look = (part: unknown) => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (named.has(name)) continue
      named.add(name)
      look(schemas[name] ?? {})
    }
  }
  look(routes)
  return [...named].toSorted()
}

interface Route {
  readonly path: string
  readonly method: string
  readonly operation: z.infer<typeof operationForm>
}

function routeHtml(route: Route, base: string): Markup {
  const { summary, description = '', parameters = [], requestBody, responses } = route.operation
  const answers = Object.entries(responses)
  const good = answers.filter(([status]) => status < '400')
  const bad = answers.filter(([status]) => status >= '400').map(([status]) => status)
  return html`<details><summary><code>${route.method} ${route.path}</code> ${summary}</summary><p>${description}</p>${parameters.length === 0 ? '' : parametersHtml(parameters)}${requestBody === undefined ? '' : html`<h3>提交内容</h3>${contentHtml(requestBody.content)}`}<h3>答复</h3><ul>${good.map(([status, { description: says, content = {} }]) => html`<li>${status}：${says}${namesIn(content)}</li>`)}${bad.length === 0 ? '' : html`<li>不能办理时：${bad.join('、')}</li>`}</ul><pre tabindex="0" aria-label="调用示例"><code>${exampleOf(route, base)}</code></pre></details>`
}

/** What each status says that means no, from all addresses. */
function refusalsIn(routes: readonly Route[]): [string, string][] {
  const all = routes.flatMap(({ operation }) => Object.entries(operation.responses))
  const bad = all.filter(([status]) => status >= '400')
  const says = new Map(bad.map(([status, { description }]) => [status, description]))
  return [...says].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function parametersHtml(parameters: readonly Parameter[]): Markup {
  return html`<h3>参数</h3><ul>${parameters.map(
    ({ name, in: place, required, schema = {}, description }) =>
      html`<li><code>${name}</code>（${placeLabel[place] ?? place}）：${typeOf(schema)}${required === true ? '' : '，可省略'}${described(description ?? schema.description)}</li>`,
  )}</ul>`
}

function described(words: string | undefined): string {
  return words === undefined ? '' : `。${words}`
}

function contentHtml(content: Content): Markup {
  return html`${Object.entries(content).map(([type, { schema = {} }]) => html`<p>${type}${schema.$ref === undefined ? '' : formLink(schema)}</p>${schema.properties === undefined ? '' : fieldsHtml(schema)}`)}`
}

function namesIn(content: Content): Markup {
  const named = Object.values(content).filter(({ schema }) => schema?.$ref !== undefined)
  return html`${named.map(({ schema = {} }) => formLink(schema))}`
}

function formLink({ $ref = '' }: Schema): Markup {
  const name = $ref.split('/').at(-1) ?? ''
  return html` <a href="#form-${name}">${name}</a>`
}

function fieldsHtml({ properties = {}, required = [] }: Schema): Markup {
  return html`<ul>${Object.entries(properties).map(
    ([name, schema]) =>
      html`<li><code>${name}</code>：${typeOf(schema)}${required.includes(name) ? '' : '，可省略'}${schema.description === undefined ? '' : `。${schema.description}`}</li>`,
  )}</ul>`
}

function typeOf(schema: Schema): Markup {
  if (schema.$ref !== undefined) return formLink(schema)
  if (schema.enum !== undefined) return html`${schema.enum.map(String).join('、')}`
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  const words = types.map(type => typeLabel[type] ?? type).join('或')
  if (schema.items !== undefined) return html`${words}：${typeOf(schema.items)}`
  return html`${words === '' ? '任意' : words}`
}

/** A call that may be copied; what is not JSON names the site as its origin, or it is taken for another site's page. */
function exampleOf({ method, path, operation: { requestBody, security } }: Route, base: string): string {
  const { 'multipart/form-data': form, 'application/json': json } = requestBody?.content ?? {}
  const { properties = {}, required = [] } = form?.schema ?? {}
  const fields = Object.entries(properties).filter(([name]) => required.includes(name))
  return [
    'curl',
    ...(security.length === 0 ? [] : ['-b session.txt']),
    ...(method === 'GET' || form !== undefined ? [] : [`-X ${method}`]),
    ...(method === 'GET' || json !== undefined ? [] : [`-H 'Origin: ${base}'`]),
    ...fields.map(field => `-F '${partOf(field)}'`),
    ...(json?.schema === undefined ? [] : [jsonSent(sampleOf(json.schema))]),
    `'${base}${path}'`,
  ].join(' ')
}

function signInExample(base: string): string {
  const sent = jsonSent('{"name":"登录名","password":"密码"}')
  return `curl -c session.txt ${sent} '${base}/api/v1/session'`
}

function jsonSent(json: string): string {
  return `-H 'Content-Type: application/json' -d '${json}'`
}

function partOf([name, { type, description = '' }]: [string, Schema]): string {
  return description.includes('年度报告')
    ? `${name}=@年度报告.docx`
    : `${name}=${type === 'integer' ? 2025 : '…'}`
}

/** What must be sent at least, as JSON whose values are left to the reader. */
function sampleOf({ $ref, properties = {}, required = [], type, enum: choices, items }: Schema): string {
  if ($ref !== undefined) return '{…}'
  if (choices !== undefined) return JSON.stringify(choices[0])
  if (type === 'array') return `[${sampleOf(items ?? {})}]`
  if (type === 'integer' || type === 'number') return '1'
  if (type === 'boolean') return 'true'
  if (type !== 'object') return '"…"'
  const names = required.length === 0 ? Object.keys(properties).slice(0, 1) : required
  return `{${names.map(name => `"${name}":${sampleOf(properties[name] ?? {})}`).join(',')}}`
}
