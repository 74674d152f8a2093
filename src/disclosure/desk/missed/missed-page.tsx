import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { read, send } from '../../../desk/client.ts'
import { choosing } from '../../../desk/list/address.ts'
import type { Column, Filter, ListOf } from '../../../desk/list/column.ts'
import { List, SlowSkeleton } from '../../../desk/list/list.tsx'
import { pageOf } from '../../../desk/list/whole.ts'
import { dayOrDash } from '../../../desk/moment.ts'
import { useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths, paths } from '../../../web/paths.ts'
import { useItemChoices } from '../choices.ts'
import { NewItem } from '../items/new-item.tsx'
import '../../../office/desk/office.css'

const longestKeyword = 50

interface Line {
  readonly words: string
  readonly times: number
  readonly firstOn: string
  readonly lastOn: string
  readonly done: string | null
  readonly doneOn: string | null
  readonly doneBy: string | null
}

/** Searched for again after something was done: it did not help. */
function standingOf({ done, doneOn, lastOn }: Line): 'open' | 'again' | 'done' {
  if (done === null || doneOn === null) return 'open'
  return lastOn > doneOn ? 'again' : 'done'
}
const standingLabel = { open: '待处理', again: '处理后仍有人搜', done: '已处理' } as const

const columns: readonly Column<Line>[] = [
  {
    ...{ key: 'words', label: '搜索的词', sort: 'words', value: line => line.words },
    show: line => <Link to={choosing(line.words)}>{line.words}</Link>,
  },
  { key: 'times', label: '次数', sort: 'times', value: line => line.times },
  {
    ...{ key: 'firstOn', label: '首次', sort: 'firstOn', value: line => line.firstOn },
    show: line => dayOrDash(line.firstOn),
  },
  {
    ...{ key: 'lastOn', label: '最近一次', sort: 'lastOn', value: line => line.lastOn },
    show: line => dayOrDash(line.lastOn),
  },
  { key: 'standing', label: '状态', value: line => standingLabel[standingOf(line)] },
  { key: 'done', label: '做了什么', value: line => line.done },
  {
    ...{ key: 'doneOn', label: '处理日期', value: line => line.doneOn, hidden: true },
    show: line => dayOrDash(line.doneOn),
  },
  { key: 'doneBy', label: '处理人', value: line => line.doneBy, hidden: true },
]

const filters: readonly Filter[] = [
  { key: 'q', label: '词', kind: 'words' },
  {
    ...{ key: 'standing', label: '状态', kind: 'choice' },
    options: Object.entries(standingLabel).map(([value, label]) => ({ value, label })),
  },
]

function matches(line: Line, key: string, value: string): boolean {
  if (key === 'q') return line.words.includes(value.toLowerCase())
  return standingOf(line) === value
}

/** 搜索未果: what the public looked for and did not find, the most often first; and what was done about it. */
export function MissedPage() {
  const [query] = useSearchParams()
  const found = useQuery({
    queryKey: ['missed searches'],
    queryFn: () => read<readonly Line[]>('/missed-searches'),
  })
  if (found.isError) return <Broken cause={found.error} />
  const lines = found.data ?? []
  const chosen = lines.find(({ words }) => words === query.get('at'))
  const list: ListOf<Line> = {
    ...{ name: 'missed-searches', caption: '搜索未果的词', unit: '条', columns, filters },
    ...{ sort: '-times', stamp: String(found.dataUpdatedAt) },
    fetch: async asked => pageOf(lines, asked, columns, matches),
    ...{ rowKey: line => line.words, rowName: line => line.words, open: line => choosing(line.words) },
    empty: <p>没有搜索未果的词。公众在门户搜索而没有找到的词会出现在这里，不记录是谁搜的。</p>,
  }
  return (
    <>
      <title>搜索未果 - 工作台</title>
      <h1>搜索未果</h1>
      <p>公众要找而没有找到的：应当公开的，请公开；已经公开但说法不同的，请在关键词中写上公众的说法。</p>
      {chosen !== undefined && <Chosen key={chosen.words} line={chosen} />}
      {found.isPending ? <SlowSkeleton /> : <List list={list} />}
    </>
  )
}

function Chosen({ line }: { readonly line: Line }) {
  const session = useSession()
  const mine = session.grants.some(({ role }) => role === 'officer' || role === 'coordinator')
  const writes = useItemChoices().filter(each => each.writes)
  const { words, times, firstOn, lastOn, done, doneOn, doneBy } = line
  return (
    <section className="card" aria-label={`搜索未果：${words}`}>
      <h2>{`“${words}”`}</h2>
      <p>{`${dayOrDash(firstOn)}至${dayOrDash(lastOn)}搜索 ${times} 次，没有找到。`}</p>
      {done !== null && <p>{`${dayOrDash(doneOn)}，${doneBy ?? ''}：${done}`}</p>}
      <p>
        <a href={paths.search({ q: words })}>再搜一次，看看现在能否找到</a>
      </p>
      <p className="actions no-print">
        {writes.length > 0 && <NewItem agencies={writes} keyword={words.slice(0, longestKeyword)} />}
        <Link to={deskPaths.items({ shelf: 'public', q: words.split(' ')[0] })}>
          在已公开的信息中查找，补写关键词
        </Link>
      </p>
      {mine ? <Handle words={words} /> : <p>由公开专员或者局办公室处理。</p>}
    </section>
  )
}

function Handle({ words }: { readonly words: string }) {
  const acting = useActing()
  const { typed, field, clear } = useTyped(`gongkai ${useSession().id} missed ${words}`)
  const handle = () =>
    acting.run(async () => {
      await send('POST', '/missed-searches/handled', { words, done: (typed.done ?? '').trim() })
      clear()
      return '已登记。'
    })
  return (
    <form
      className="no-print"
      onSubmit={event => {
        event.preventDefault()
        void handle()
      }}
    >
      <Field label="做了什么（例如已公开、已加入关键词、不属于公开范围）" wrong={acting.fields.done}>
        <textarea {...field('done')} rows={2} maxLength={500} />
      </Field>
      <Outcome acting={acting} />
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          登记
        </Button>
      </p>
    </form>
  )
}
