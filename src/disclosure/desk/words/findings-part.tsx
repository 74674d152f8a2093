import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useAgencies } from '../../../desk/agencies.ts'
import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import type { Column, Filter, ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import type { Agency } from '../../../office/roles.ts'
import { dayOf, inChinese } from '../../../statute/day.ts'
import { deskPaths } from '../../../web/paths.ts'
import { severityLabel } from './lists.ts'

interface FindingLine {
  readonly item: string
  readonly place: number
  readonly agencyName: string
  readonly title: string
  readonly publishedOn: string | null
  readonly rule: string
  readonly severity: 'severe' | 'mild'
  readonly found: string
  readonly message: string
  readonly proposal: string
}

/** The kinds of checks, as the desk calls them. */
const kindLabel: Readonly<Record<string, string>> = {
  ...{
    words: '错敏词',
    personal: '个人信息',
    numbers: '数字不一致',
    links: '打不开的链接',
    hidden: '附件隐藏内容',
  },
  ...{ files: '附件', pictures: '图片', text: '没有文字', required: '缺少内容' },
}
const kindOf = (rule: string) => kindLabel[rule.split('.')[0] ?? ''] ?? rule

interface Count {
  readonly kind: string
  readonly severity: 'severe' | 'mild'
  readonly count: number
}

/** What the checks find in what is already public, with counts that open to their findings. */
export function FindingsPart() {
  const agencies = useAgencies()
  const counts = useQuery({
    queryKey: ['public findings', 'counts'],
    queryFn: () => read<{ counts: readonly Count[] }>('/words/findings?size=1'),
  })
  return (
    <>
      <Counts counts={counts.data?.counts ?? []} />
      <List list={listOf(agencies)} />
    </>
  )
}

function Counts({ counts }: { counts: readonly Count[] }) {
  if (counts.length === 0) return null
  return (
    <ul className="actions" aria-label="各类数量">
      {counts.map(({ kind, severity, count }) => (
        <li key={`${kind} ${severity}`}>
          <Link to={deskPaths.watchedWords({ part: 'findings', rule: kind, severity })}>
            {`${kindOf(kind)}（${severityLabel[severity]}）${count} 处`}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function listOf(agencies: readonly Agency[]): ListOf<FindingLine> {
  return {
    ...{
      name: 'public findings',
      caption: '已公开内容中的发现',
      unit: '处',
      columns,
      filters: filtersOf(agencies),
    },
    fetch: asked => read<Page<FindingLine>>(`/words/findings${queryOf(asked)}`),
    rowKey: ({ item, place }) => `${item} ${place}`,
    rowName: ({ title, found }) => `${title} ${found}`,
    open: ({ item }) => deskPaths.item(item),
    sort: '-published',
    empty: <p>已公开的内容中没有发现问题。词表修改后，这里会自动更新。</p>,
  }
}

const columns: readonly Column<FindingLine>[] = [
  {
    ...{ key: 'title', label: '标题', sort: 'title', value: line => line.title },
    show: line => <Link to={deskPaths.item(line.item)}>{line.title}</Link>,
  },
  { key: 'agency', label: '机关', value: line => line.agencyName },
  {
    ...{ key: 'published', label: '公开日期', sort: 'published', value: line => line.publishedOn },
    show: line => (line.publishedOn === null ? '—' : inChinese(dayOf(line.publishedOn))),
  },
  { key: 'kind', label: '类别', sort: 'rule', value: line => kindOf(line.rule) },
  {
    ...{ key: 'severity', label: '程度', sort: 'severity', value: line => severityLabel[line.severity] },
    show: line => (
      <span className={line.severity === 'severe' ? 'late' : ''}>{severityLabel[line.severity]}</span>
    ),
  },
  { key: 'message', label: '发现', value: line => line.message },
  { key: 'found', label: '所在文字', hidden: true, sort: 'found', value: line => line.found },
  { key: 'proposal', label: '建议', hidden: true, value: line => line.proposal },
]

function filtersOf(agencies: readonly Agency[]): readonly Filter[] {
  return [
    { key: 'q', label: '查找（标题、用语）', kind: 'words' },
    {
      ...{ key: 'rule', label: '类别', kind: 'choice' },
      options: Object.entries(kindLabel).map(([value, label]) => ({ value, label })),
    },
    {
      ...{ key: 'severity', label: '程度', kind: 'choice' },
      options: [
        { value: 'severe', label: '严重' },
        { value: 'mild', label: '提示' },
      ],
    },
    {
      ...{ key: 'agency', label: '机关', kind: 'choice' },
      options: agencies.map(({ code, shortName }) => ({ value: code, label: shortName })),
    },
  ]
}
