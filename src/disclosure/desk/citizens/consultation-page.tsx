import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { read, send } from '../../../desk/client.ts'
import { choosing, queryOf } from '../../../desk/list/address.ts'
import type { Column, Filter, ListOf, Page } from '../../../desk/list/column.ts'
import { List, SlowSkeleton } from '../../../desk/list/list.tsx'
import { dayOrDash } from '../../../desk/moment.ts'
import { useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { type Acting, Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths, paths } from '../../../web/paths.ts'
import { type Adoption, adoptionLabel, type VoiceKind, voiceKindLabel } from '../../voices.ts'
import { mayWrite } from '../../writers.ts'
import '../../../office/desk/office.css'

interface Line {
  readonly number: number
  readonly kind: VoiceKind
  readonly text: string
  readonly filedOn: string
  readonly adopted: Adoption | null
  readonly answer: string | null
  readonly shown: boolean
  readonly answeredBy: string | null
  readonly voice: { readonly name: string; readonly contact: string } | null
}

interface Opinions extends Page<Line> {
  readonly title: string
  readonly agency: string
  readonly agencyName: string
  readonly opensOn: string | null
  readonly closesOn: string | null
  readonly result: string | null
  readonly open: number
  readonly all: number
}

const columns: readonly Column<Line>[] = [
  {
    key: 'number',
    label: '序号',
    value: line => line.number,
    show: line => <Link to={choosing(String(line.number))}>{line.number}</Link>,
  },
  { key: 'text', label: '意见', value: line => line.text },
  { key: 'kind', label: '类型', value: line => voiceKindLabel[line.kind] },
  {
    ...{ key: 'filed', label: '收到日期', value: line => line.filedOn },
    show: line => dayOrDash(line.filedOn),
  },
  {
    key: 'adopted',
    label: '采纳情况',
    value: line => (line.adopted === null ? '待答复' : adoptionLabel[line.adopted]),
  },
  { key: 'answer', label: '说明', value: line => line.answer },
  { key: 'shown', label: '公布', value: line => (line.shown ? '是' : '否') },
  {
    key: 'voice',
    label: '提出人',
    value: line => [line.voice?.name, line.voice?.contact].filter(Boolean).join('，'),
    hidden: true,
  },
]

const filters: readonly Filter[] = [
  {
    ...{ key: 'standing', label: '状态', kind: 'choice' },
    options: [
      { value: 'open', label: '待答复' },
      { value: 'answered', label: '已答复' },
    ],
  },
]

/** One consultation for the staff: the opinions, what became of them, and the result that follows. */
export function ConsultationPage() {
  const { id = '' } = useParams()
  const session = useSession()
  const [query] = useSearchParams()
  const about = useQuery({
    queryKey: ['consultation', id],
    queryFn: () => read<Opinions>(`/consultations/${id}/opinions?size=1`),
  })
  if (about.isError) return <Broken cause={about.error} />
  if (about.data === undefined) return <SlowSkeleton />
  const { title, agency, opensOn, closesOn, all, open, result } = about.data
  const mine = mayWrite(session, agency)
  const at = Number(query.get('at'))
  return (
    <>
      <title>{`${title} - 工作台`}</title>
      <p className="no-print">
        <Link to={deskPaths.item(id)}>意见征集公告</Link>
      </p>
      <h1>{title}</h1>
      <p>{`意见征集 ${dayOrDash(opensOn)}至${dayOrDash(closesOn)}，共收到 ${all} 条，待答复 ${open} 条。`}</p>
      <nav className="actions doors" aria-label="这项意见征集">
        <a href={paths.consultation(id)}>公众看到的页面</a>
        <a href={`/api/v1/consultations/${id}/opinions.csv`} download>
          导出全部意见
        </a>
        {result !== null && <a href={paths.item(result)}>已公布的结果</a>}
      </nav>
      {at > 0 && <Opinion key={at} id={id} number={at} mine={mine} />}
      <List list={opinionList(id, mine)} />
      {mine && <Result id={id} open={open} />}
    </>
  )
}

function opinionList(id: string, mine: boolean): ListOf<Line> {
  return {
    ...{ name: `opinions-${id}`, caption: '收到的意见', unit: '条', columns, filters },
    fetch: asked => read<Opinions>(`/consultations/${id}/opinions${queryOf(asked)}`),
    rowKey: line => String(line.number),
    rowName: line => `第 ${line.number} 条`,
    open: line => choosing(String(line.number)),
    ...(mine ? { bulk: [thanking(id)] } : {}),
    empty: <p>还没有收到意见。征集期间公众在门户提出的意见会出现在这里。</p>,
  }
}

/** So many opinions are answered by one request at most. */
const atOnce = 200

/** Many opinions of support are answered alike. */
function thanking(id: string): NonNullable<ListOf<Line>['bulk']>[number] {
  return {
    label: '采纳并公布',
    preview: rows => (
      <p>{`将 ${rows.length} 条意见记为“采纳”，并在门户公布意见和采纳情况。请先确认其中没有个人信息。`}</p>
    ),
    run: async (rows, { progress, signal }) => {
      const answers = rows.map(({ number }) => ({ number, adopted: 'adopted', words: '', shown: true }))
      for (let done = 0; done < answers.length; done += atOnce) {
        if (signal.aborted) return `已停止：已答复 ${done} 条，其余 ${rows.length - done} 条没有答复。`
        await send('POST', `/consultations/${id}/answers`, { answers: answers.slice(done, done + atOnce) })
        progress(Math.min(done + atOnce, answers.length), answers.length)
      }
      return `已答复 ${rows.length} 条。`
    },
  }
}

interface Chosen {
  readonly id: string
  readonly number: number
  readonly mine: boolean
}

/** One opinion with who gave it; the agency's own people answer it. */
function Opinion({ id, number, mine }: Chosen) {
  const acting = useActing()
  const found = useQuery({
    queryKey: ['consultation', id, 'chosen', number],
    queryFn: () => read<Opinions>(`/consultations/${id}/opinions?size=1&page=${number}`),
  })
  const line = found.data?.lines[0]
  if (line === undefined) return found.isSuccess ? <p role="alert">{`没有第 ${number} 条意见。`}</p> : null
  return (
    <section className="card no-print" aria-label={`第 ${number} 条意见`}>
      <h2>{`第 ${number} 条`}</h2>
      <p>{line.text}</p>
      {line.voice !== null && line.voice.name !== '' && (
        <p>{`提出人：${line.voice.name} ${line.voice.contact}`}</p>
      )}
      {mine && <Answer key={`${line.adopted} ${line.answer} ${line.shown}`} {...{ id, line, acting }} />}
    </section>
  )
}

function Answer({ id, line, acting }: { id: string; line: Line; acting: Acting }) {
  const { number } = line
  const usual = { adopted: line.adopted ?? '', words: line.answer ?? '', shown: line.shown ? 'yes' : '' }
  const { typed, write, field, clear } = useTyped(`gongkai ${useSession().id} opinion ${id} ${number}`, usual)
  const answer = () =>
    acting.run(async () => {
      const { adopted, words = '', shown } = typed
      const told = { number, adopted, words: words.trim(), shown: shown === 'yes' }
      await send('POST', `/consultations/${id}/answers`, { answers: [told] })
      clear()
      return `第 ${number} 条已答复。`
    })
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void answer()
      }}
    >
      <Field label="采纳情况" wrong={acting.fields.adopted}>
        <select {...field('adopted')} required>
          <option value="">请选择</option>
          {Object.entries(adoptionLabel).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field label="说明（部分采纳、未采纳的须写明理由）" wrong={acting.fields.words}>
        <textarea {...field('words')} rows={3} maxLength={2000} />
      </Field>
      <label className="check">
        <input
          type="checkbox"
          checked={typed.shown === 'yes'}
          onChange={event => write({ shown: event.target.checked ? 'yes' : '' })}
        />
        公布这条意见和采纳情况（确认其中没有个人信息）
      </label>
      <Outcome acting={acting} />
      <Button type="primary" htmlType="submit" loading={acting.busy}>
        答复
      </Button>
    </form>
  )
}

function Result({ id, open }: { readonly id: string; readonly open: number }) {
  const acting = useActing()
  const navigate = useNavigate()
  const start = () =>
    acting.run(async () => {
      const started: unknown = await send('POST', `/consultations/${id}/result`, {})
      if (typeof started === 'object' && started !== null && 'id' in started) {
        await navigate(deskPaths.item(String(started.id)))
      }
      return '结果的稿件已生成，按程序审核后发布。'
    })
  return (
    <section className="card no-print" aria-label="征集结果">
      <h2>征集结果</h2>
      <p>全部意见答复后，起草征集结果：条数和已公布的意见自动列入，再按程序审核、审查和发布。</p>
      <Outcome acting={acting} />
      {open > 0 && <p>{`还有 ${open} 条没有答复，答复后可以起草。`}</p>}
      <Button onClick={() => void start()} loading={acting.busy} disabled={open > 0}>
        起草征集结果
      </Button>
    </section>
  )
}
