import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { useAgencies } from '../../../desk/agencies.ts'
import { foundBy } from '../../../desk/choosing/found-by.ts'
import { read, send } from '../../../desk/client.ts'
import { choosing } from '../../../desk/list/address.ts'
import type { BulkAct, Column, Filter, ListOf } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { pageOf } from '../../../desk/list/whole.ts'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { type Agency, administers, roleLabel, roleMay, roles } from '../../roles.ts'
import '../office.css'
import { DisablePreview } from './disable-preview.tsx'
import { AddPerson, ChangePerson } from './person-forms.tsx'
import { type PersonLine, peopleQuery } from './person-line.ts'

/** The staff with their roles; an administrator adds, changes, resets and disables. */
export function PeoplePage() {
  const session = useSession()
  const tree = useAgencies()
  const [query] = useSearchParams()
  const people = useQuery(peopleQuery).data ?? []
  const at = people.find(({ id }) => id === query.get('at'))
  const administrator = holdsOne(session, 'administrator')
  const mine = tree.filter(({ code }) => administers(session, code, tree))
  return (
    <>
      <title>人员和角色 - 工作台</title>
      <h1>人员和角色</h1>
      {at !== undefined && <ChangePerson key={at.id} person={at} agencies={mine} tree={tree} />}
      <List list={listOf(tree, administrator)} />
      {administrator && <AddPerson agencies={mine} />}
      <RightsGrid />
    </>
  )
}

function listOf(tree: readonly Agency[], administrator: boolean): ListOf<PersonLine> {
  const columns = columnsOf(tree)
  return {
    ...{ name: 'people', caption: '人员', unit: '人', columns, filters: filtersOf(tree), step: 100_000 },
    fetch: async asked => {
      const { people } = await read<{ people: readonly PersonLine[] }>('/people')
      return pageOf(people, asked, columns, matches)
    },
    rowKey: ({ id }) => id,
    rowName: ({ name }) => name,
    open: ({ id }) => choosing(id),
    ...(administrator ? { bulk: [disable] } : {}),
    sort: 'signIn',
    empty: <p>还没有人员。系统管理员可在下方增加。</p>,
  }
}

const disable: BulkAct<PersonLine> = {
  label: '停用账户',
  preview: rows => <DisablePreview ids={rows.map(({ id }) => id)} />,
  run: async rows => {
    const ids = rows.map(({ id }) => id)
    const { people } = await send<{ people: readonly { refusal: string | null }[] }>(
      'POST',
      '/people/disable',
      { ids, preview: false },
    )
    const done = people.filter(({ refusal }) => refusal === null).length
    return `已停用 ${done} 人，${people.length - done} 人未停用。`
  },
}

function columnsOf(tree: readonly Agency[]): Column<PersonLine>[] {
  const names = new Map(tree.map(({ code, shortName }) => [code, shortName]))
  return [
    {
      ...{ key: 'name', label: '姓名', sort: 'name', value: line => line.name },
      show: line => <Link to={choosing(line.id)}>{line.name}</Link>,
    },
    { key: 'signIn', label: '登录名', sort: 'signIn', value: line => line.signIn },
    {
      ...{ key: 'grants', label: '角色' },
      value: line =>
        line.grants.map(({ role, agency }) => `${names.get(agency) ?? agency}${roleLabel[role]}`).join('、'),
    },
    { key: 'state', label: '账户', sort: 'state', value: line => (line.disabled ? '已停用' : '启用') },
    { key: 'way', label: '登录方式', value: line => (line.password ? '密码' : '统一身份认证') },
    { key: 'sessions', label: '正在登录', sort: 'sessions', value: line => line.sessions },
    { key: 'added', label: '增加日期', sort: 'added', value: line => line.addedOn },
  ]
}

function filtersOf(tree: readonly Agency[]): Filter[] {
  return [
    { key: 'q', label: '查找（姓名或拼音首字母、登录名）', kind: 'words' },
    {
      ...{ key: 'agency', label: '机构', kind: 'choice' },
      options: tree.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      ...{ key: 'role', label: '角色', kind: 'choice' },
      options: roles.map(value => ({ value, label: roleLabel[value] })),
    },
    {
      ...{ key: 'state', label: '账户', kind: 'choice' },
      options: [
        { value: 'on', label: '启用' },
        { value: 'off', label: '已停用' },
      ],
    },
  ]
}

function matches(line: PersonLine, key: string, value: string): boolean {
  if (key === 'agency') return line.grants.some(({ agency }) => agency === value)
  if (key === 'role') return line.grants.some(({ role }) => role === value)
  if (key === 'state') return line.disabled === (value === 'off')
  const named = { label: line.name, initials: line.initials }
  return foundBy(value, [named]).length > 0 || line.signIn.includes(value.toLowerCase())
}

/** Who may do what: a row for each role, a column for each thing that may be done. */
function RightsGrid() {
  const things = [...new Set(roles.flatMap(role => [...roleMay[role]]))]
  return (
    <section className="card" aria-label="角色可以办理的事项">
      <h2>角色可以办理的事项</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className="frame" aria-label="角色与事项对照表" tabIndex={0}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">事项</th>
              {roles.map(role => (
                <th key={role} scope="col">
                  {roleLabel[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {things.map(thing => (
              <tr key={thing}>
                <th scope="row">{thing}</th>
                {roles.map(role => (
                  <td key={role}>{roleMay[role].some(each => each === thing) ? '可以' : '—'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
