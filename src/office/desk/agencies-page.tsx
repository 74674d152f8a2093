import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { type NamedAgency, useAgencies } from '../../desk/agencies.ts'
import { foundBy } from '../../desk/choosing/found-by.ts'
import { read } from '../../desk/client.ts'
import { choosing } from '../../desk/list/address.ts'
import type { Column, Filter, ListOf } from '../../desk/list/column.ts'
import { List } from '../../desk/list/list.tsx'
import { pageOf } from '../../desk/list/whole.ts'
import { useSession } from '../../desk/session.ts'
import { administers, lineOf } from '../roles.ts'
import { AddAgency, ChangeAgency, kindLabel } from './agency-forms.tsx'
import './office.css'

interface Line extends NamedAgency {
  readonly level: number
  readonly parentName: string
}

const columns: readonly Column<Line>[] = [
  {
    ...{ key: 'name', label: '名称', sort: 'name', value: line => line.name },
    show: line => (
      <span className={`level-${Math.min(3, line.level - 1)}`}>
        <Link to={choosing(line.code)}>{line.name}</Link>
      </span>
    ),
  },
  { key: 'level', label: '级', value: line => line.level },
  { key: 'short', label: '简称', value: line => line.shortName },
  { key: 'kind', label: '类别', sort: 'kind', value: line => kindLabel[line.kind] },
  { key: 'parent', label: '上级机构', sort: 'parent', value: line => line.parentName },
  { key: 'code', label: '代码', sort: 'code', value: line => line.code },
  { key: 'standing', label: '状态', sort: 'standing', value: line => (line.standing ? '存续' : '已撤销') },
]

const filters: readonly Filter[] = [
  { key: 'q', label: '查找（名称、代码）', kind: 'words' },
  {
    ...{ key: 'kind', label: '类别', kind: 'choice' },
    options: Object.entries(kindLabel).map(([value, label]) => ({ value, label })),
  },
  {
    ...{ key: 'standing', label: '状态', kind: 'choice' },
    options: [
      { value: 'yes', label: '存续' },
      { value: 'no', label: '已撤销' },
    ],
  },
]

/** The agencies in the order of the tree; an administrator adds, renames, moves and dissolves. */
export function AgenciesPage() {
  const session = useSession()
  const tree = useAgencies()
  const [query] = useSearchParams()
  const mine = tree.filter(({ code }) => administers(session, code, tree))
  const at = tree.find(({ code }) => code === query.get('at'))
  const list: ListOf<Line> = {
    ...{ name: 'agencies', caption: '机构', unit: '个', columns, filters, step: 100_000 },
    fetch: async asked => {
      const { agencies } = await read<{ agencies: readonly NamedAgency[] }>('/agencies')
      return pageOf(linesOf(agencies), asked, columns, matches)
    },
    rowKey: ({ code }) => code,
    rowName: ({ name }) => name,
    open: ({ code }) => choosing(code),
    empty: <p>还没有机构。</p>,
  }
  return (
    <>
      <title>机构 - 工作台</title>
      <h1>机构</h1>
      {mine.length === 0 && <p>机构由系统管理员维护，您可以查看和导出。</p>}
      {at !== undefined && (
        <ChangeAgency
          key={at.code}
          agency={at}
          tree={tree}
          mine={mine.some(({ code }) => code === at.code)}
        />
      )}
      <List list={list} />
      {mine.length > 0 && <AddAgency parents={mine.filter(({ standing }) => standing)} />}
      {at !== undefined && (
        <p>
          <Link to={choosing(undefined)}>
            <Button>收起所选机构</Button>
          </Link>
        </p>
      )}
    </>
  )
}

function matches(line: Line, key: string, value: string): boolean {
  if (key === 'kind') return line.kind === value
  if (key === 'standing') return line.standing === (value === 'yes')
  const named = { label: `${line.name} ${line.shortName}`, initials: line.initials }
  return foundBy(value, [named]).length > 0 || line.code.includes(value)
}

/** Each agency after the one above it, with its level. */
function linesOf(tree: readonly NamedAgency[]): Line[] {
  const names = new Map(tree.map(({ code, name }) => [code, name]))
  const place = (code: string) => lineOf(code, tree).toReversed().join('\u0000')
  return tree
    .map(agency => ({
      ...agency,
      level: lineOf(agency.code, tree).length,
      parentName: names.get(agency.parent ?? '') ?? '',
    }))
    .toSorted((a, b) => (place(a.code) < place(b.code) ? -1 : 1))
}
