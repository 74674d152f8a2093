import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { read, send } from '../../../desk/client.ts'
import { choosing, queryOf } from '../../../desk/list/address.ts'
import type { Column, Filter, ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { dayOrDash } from '../../../desk/moment.ts'
import { useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { type FaultKind, faultKindLabel } from '../../voices.ts'
import { mayWrite } from '../../writers.ts'
import '../../../office/desk/office.css'

interface Line {
  readonly id: string
  readonly number: string
  readonly agency: string
  readonly agencyName: string
  readonly path: string
  readonly kind: FaultKind
  readonly text: string
  readonly filedOn: string
  /** The day from which it breaks the national check. */
  readonly vetoOn: string
  readonly valid: boolean | null
  readonly answer: string | null
  readonly answeredOn: string | null
  readonly answeredBy: string | null
  readonly reporter: string | null
}

function standingOf({ answeredOn, valid }: Line): string {
  if (answeredOn === null) return '待答复'
  return valid ? '属实，已答复' : '不属实，已答复'
}

const columns: readonly Column<Line>[] = [
  {
    key: 'number',
    label: '编号',
    value: line => line.number,
    show: line => <Link to={choosing(line.id)}>{line.number}</Link>,
  },
  { key: 'standing', label: '状态', value: standingOf },
  { key: 'kind', label: '类别', value: line => faultKindLabel[line.kind] },
  { key: 'text', label: '说明', value: line => line.text },
  {
    key: 'path',
    label: '页面',
    value: line => line.path,
    show: line => (line.path === '' ? '' : <a href={line.path}>{line.path}</a>),
  },
  { key: 'agency', label: '机关', value: line => line.agencyName },
  {
    ...{ key: 'filed', label: '提出日期', value: line => line.filedOn },
    show: line => dayOrDash(line.filedOn),
  },
  {
    ...{ key: 'veto', label: '最迟答复', value: line => (line.answeredOn === null ? line.vetoOn : '') },
    show: line => (line.answeredOn === null ? dayOrDash(line.vetoOn) : ''),
  },
  { key: 'answer', label: '答复', value: line => line.answer, hidden: true },
  { key: 'reporter', label: '提出人', value: line => line.reporter, hidden: true },
]

const filters: readonly Filter[] = [
  {
    ...{ key: 'standing', label: '状态', kind: 'choice' },
    options: [
      { value: 'open', label: '待答复' },
      { value: 'answered', label: '已答复' },
    ],
  },
  {
    ...{ key: 'kind', label: '类别', kind: 'choice' },
    options: Object.entries(faultKindLabel).map(([value, label]) => ({ value, label })),
  },
]

/** 网站找错: faults that readers reported, those without an answer first; and pages that were of no use to them. */
export function FaultsPage() {
  const [query] = useSearchParams()
  const at = query.get('at')
  const list: ListOf<Line> = {
    ...{ name: 'faults', caption: '网站找错', unit: '件', columns, filters },
    fetch: asked => read<Page<Line>>(`/faults${queryOf(asked)}`),
    rowKey: line => line.id,
    rowName: line => line.number,
    open: line => choosing(line.id),
    empty: <p>没有读者找错。公众在门户每一页下方都可以提出，会出现在这里。</p>,
  }
  return (
    <>
      <title>网站找错 - 工作台</title>
      <h1>网站找错</h1>
      <p>有效留言超过三个月未答复，是全国政府网站检查的单项否决指标（国办秘函〔2019〕19号）。</p>
      {at !== null && <Chosen id={at} />}
      <List list={list} />
      <LeastUseful />
    </>
  )
}

/** One report, wherever in the list it stands; null where it is not in it. */
async function faultOf(id: string): Promise<Line | null> {
  for (let page = 1; ; page++) {
    const { lines, total } = await read<Page<Line>>(`/faults?size=200&page=${page}`)
    const found = lines.find(line => line.id === id)
    if (found !== undefined) return found
    if (page * 200 >= total) return null
  }
}

function Chosen({ id }: { readonly id: string }) {
  const session = useSession()
  const found = useQuery({
    queryKey: ['faults', 'chosen', id],
    queryFn: () => faultOf(id),
  })
  const line = found.data
  if (line === null) return <p role="alert">没有这件找错，或者您无权查看。</p>
  if (line === undefined) return null
  const mine = mayWrite(session, line.agency)
  return (
    <section className="card" aria-label={`找错${line.number}`}>
      <h2>{`${line.number} ${faultKindLabel[line.kind]}`}</h2>
      <p>{line.text}</p>
      {line.path !== '' && (
        <p>
          <a href={line.path}>打开页面</a>
        </p>
      )}
      {line.reporter !== null && line.reporter !== '' && <p>{`提出人：${line.reporter}`}</p>}
      {line.answeredOn !== null && (
        <p>{`${standingOf(line)}：${line.answer ?? ''}（${line.answeredBy ?? ''}，${dayOrDash(line.answeredOn)}）`}</p>
      )}
      {line.answeredOn === null && mine && <Answer key={line.id} id={line.id} />}
      {line.answeredOn === null && !mine && <p>由该机关的公开专员或业务处室经办人答复。</p>}
    </section>
  )
}

function Answer({ id }: { readonly id: string }) {
  const acting = useActing()
  const { typed, field, clear } = useTyped(`gongkai ${useSession().id} fault ${id}`)
  const answer = () =>
    acting.run(async () => {
      const told = { valid: typed.valid === 'yes', answer: (typed.answer ?? '').trim() }
      await send('POST', `/faults/${id}/answer`, told)
      clear()
      return '已答复，提出人凭查询码可以看到。'
    })
  return (
    <form
      className="no-print"
      onSubmit={event => {
        event.preventDefault()
        void answer()
      }}
    >
      <Field label="核实结果">
        <select {...field('valid')} required>
          <option value="">请选择</option>
          <option value="yes">属实</option>
          <option value="no">不属实</option>
        </select>
      </Field>
      <Field label="处理情况（提出人会看到）" wrong={acting.fields.answer}>
        <textarea {...field('answer')} rows={3} maxLength={2000} required />
      </Field>
      <p className="why">答复一次，提出人看到后不能更改。</p>
      <Outcome acting={acting} />
      <Button type="primary" htmlType="submit" loading={acting.busy}>
        确认答复
      </Button>
    </form>
  )
}

interface Usefulness {
  readonly path: string
  readonly title: string
  readonly useful: number
  readonly notUseful: number
  readonly why: readonly string[]
}

function LeastUseful() {
  const found = useQuery({
    queryKey: ['usefulness'],
    queryFn: () => read<readonly Usefulness[]>('/usefulness'),
  })
  if (found.data === undefined) return null
  return (
    <section className="card" aria-label="读者认为没有用的页面">
      <h2>读者认为没有用的页面（近一年）</h2>
      {found.data.length === 0 && <p>没有。读者在信息页面下方可以说明有用还是没有用。</p>}
      {found.data.length > 0 && (
        <div className="frame">
          <table className="lines rows">
            <thead>
              <tr>
                <th scope="col">页面</th>
                <th scope="col">没有用</th>
                <th scope="col">有用</th>
                <th scope="col">最近的原因</th>
              </tr>
            </thead>
            <tbody>
              {found.data.map(({ path, title, useful, notUseful, why }) => (
                <tr key={path}>
                  <td>
                    <a href={path}>{title}</a>
                  </td>
                  <td>{notUseful}</td>
                  <td>{useful}</td>
                  <td>{why.join('；')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
