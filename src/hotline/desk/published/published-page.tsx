import { Link } from 'react-router'
import { read, send } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import {
  type BulkAct,
  type Column,
  type Filter,
  type ListOf,
  optionsOf,
  type Page,
} from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { inTurn } from '../../../desk/list/long-work.tsx'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths, paths } from '../../../web/paths.ts'
import type { PublishedLine } from '../../published/published.ts'
import { answerStateLabel } from '../../published/published.ts'
import '../../../office/desk/office.css'

const columns: readonly Column<PublishedLine>[] = [
  {
    ...{ key: 'number', label: '编号', value: line => line.number },
    show: line => (
      <Link className="number" to={deskPaths.demand(line.demand)}>
        {line.number}
      </Link>
    ),
  },
  {
    ...{ key: 'title', label: '公开的标题', value: line => line.title },
    show: ({ state, title, demand }) =>
      state === 'published' ? <a href={paths.demandAnswer(demand)}>{title}</a> : title,
  },
  { key: 'state', label: '状态', value: line => answerStateLabel[line.state] },
  { key: 'changedAt', label: '最近办理', value: line => momentInChinese(line.changedAt) },
  { key: 'changedByName', label: '办理人', value: line => line.changedByName },
  {
    ...{ key: 'publishedAt', label: '公开' },
    value: ({ publishedAt }) => (publishedAt === null ? '' : momentInChinese(publishedAt)),
  },
  { key: 'same', label: '同样问题（人）', value: line => line.same },
]
const filters: readonly Filter[] = [
  { key: 'q', label: '查找（标题、编号）', kind: 'words' },
  { key: 'state', label: '状态', kind: 'choice', options: optionsOf(answerStateLabel) },
]

const mostAtOnce = 100

/** Publishes what was checked, one after the other, after their titles were read once more. */
const publishTogether: BulkAct<PublishedLine> = {
  label: '批量公开',
  refusal: rows => {
    if (rows.length > mostAtOnce) return `一次最多 ${mostAtOnce} 条。`
    return rows.every(({ state }) => state === 'checked') ? undefined : '只能公开“待公开”的。'
  },
  preview: rows => (
    <>
      <p role="status">{`将公开 ${rows.length} 条，公开后任何人都能看到和搜索。每条单独公开，有一条不成不影响其他：`}</p>
      <ul>
        {rows.map(({ demand, number, title }) => (
          <li key={demand}>{`${number}　${title}`}</li>
        ))}
      </ul>
    </>
  ),
  run: (rows, told) => {
    const act = ({ demand, version }: PublishedLine) =>
      send('POST', `/demands/${demand}/published/publish`, { version })
    return inTurn(rows, { unit: '条', rowName: ({ number }) => number, act }, told)
  },
}

/** The answers that are, were or may become public; each is written, checked and withdrawn on the page of its demand. */
export function PublishedPage() {
  const publishes = holdsOne(useSession(), 'supervisor')
  const list: ListOf<PublishedLine> = {
    ...{ name: 'published-answers', caption: '公开答复', unit: '条', columns, filters },
    fetch: asked => read<Page<PublishedLine>>(`/hotline/published${queryOf(asked)}`),
    rowKey: line => line.demand,
    rowName: line => line.number,
    open: line => deskPaths.demand(line.demand),
    ...(publishes && { bulk: [publishTogether] }),
    empty: <p>没有公开答复。诉求办结或者直接办复以后，在诉求页上点“提议公开”。</p>,
  }
  return (
    <>
      <title>公开答复 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>公开答复</h1>
      <p>提议公开的，由派单员或者督办员编辑，另一人核对，督办员公开；打开编号办理。</p>
      <List list={list} />
    </>
  )
}
