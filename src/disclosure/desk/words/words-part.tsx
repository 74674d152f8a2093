import { Link, useSearchParams } from 'react-router'
import { send } from '../../../desk/client.ts'
import { choosing } from '../../../desk/list/address.ts'
import type { BulkAct, Column, Filter, ListOf } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { pageOf } from '../../../desk/list/whole.ts'
import { dayOf, inChinese } from '../../../statute/day.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { ImportWords } from './import-words.tsx'
import { type Lists, severityLabel, type WordLine } from './lists.ts'
import { WordForm } from './word-form.tsx'

/** The list of watched words: searched, exported; who may, adds, changes, removes, imports. */
export function WordsPart({ lists }: { lists: Lists }) {
  const [query] = useSearchParams()
  const at = lists.words.find(({ id }) => id === query.get('at'))
  return (
    <>
      {lists.mayChange && at !== undefined && <WordForm key={at.id} word={at} />}
      {lists.mayChange && at === undefined && <WordForm />}
      <List list={listOf(lists)} />
      {lists.mayChange && <ImportWords />}
    </>
  )
}

function listOf({ words, mayChange, version }: Lists): ListOf<WordLine> {
  return {
    ...{ name: 'watched words', stamp: `${version} ${words.reduce((sum, { hits }) => sum + hits, 0)}` },
    ...{ caption: '错敏词', unit: '个', columns, filters, step: 100_000 },
    fetch: async asked => pageOf(words, asked, columns, matches),
    rowKey: ({ id }) => id,
    rowName: ({ word }) => word,
    ...(mayChange ? { open: ({ id }: WordLine) => choosing(id), bulk: [remove] } : {}),
    sort: '-hits',
    empty: <p>词表是空的，检查不会报出任何用语。可在上方增加，或者从 CSV 文件导入。</p>,
  }
}

const remove: BulkAct<WordLine> = {
  label: '删除',
  preview: rows => (
    <p>{`将从词表删除 ${rows.length} 个词，今后不再报出：${rows
      .slice(0, 20)
      .map(({ word }) => word)
      .join('、')}${rows.length > 20 ? '等' : ''}。已公开的内容随后重新检查。`}</p>
  ),
  run: async rows => {
    const { count } = await send<{ count: number }>('POST', '/words/remove', {
      ids: rows.map(({ id }) => id),
    })
    return `已删除 ${count} 个词。`
  },
}

const columns: readonly Column<WordLine>[] = [
  {
    ...{ key: 'word', label: '错误用语', sort: 'word', value: line => line.word },
    show: line => <Link to={choosing(line.id)}>{line.word}</Link>,
  },
  {
    ...{ key: 'right', label: '正确用语', sort: 'right', value: line => line.right },
    show: line => (line.right === '' ? '由人核对' : line.right),
  },
  {
    ...{ key: 'severity', label: '程度', sort: 'severity', value: line => severityLabel[line.severity] },
    show: line => (
      <span className={line.severity === 'severe' ? 'late' : ''}>{severityLabel[line.severity]}</span>
    ),
  },
  { key: 'why', label: '说明', sort: 'why', value: line => line.why },
  {
    ...{ key: 'from', label: '起始日期', sort: 'from', value: line => line.from },
    show: line => (line.from === '1949-10-01' ? '一直' : inChinese(dayOf(line.from))),
  },
  {
    ...{ key: 'to', label: '停用日期', value: line => line.to },
    show: line => (line.to === null ? '—' : inChinese(dayOf(line.to))),
  },
  {
    ...{ key: 'hits', label: '公开内容中', sort: 'hits', value: line => line.hits },
    show: line =>
      line.hits === 0 ? (
        '没有'
      ) : (
        <Link to={deskPaths.watchedWords({ part: 'findings', q: line.word })}>{`${line.hits} 处`}</Link>
      ),
  },
  {
    ...{ key: 'changed', label: '修改', hidden: true, sort: 'changed', value: line => line.changedAt },
    show: line => `${line.changedBy}，${momentInChinese(line.changedAt)}`,
  },
]

const filters: readonly Filter[] = [
  { key: 'q', label: '查找（用语、说明）', kind: 'words' },
  {
    ...{ key: 'severity', label: '程度', kind: 'choice' },
    options: [
      { value: 'severe', label: '严重' },
      { value: 'mild', label: '提示' },
    ],
  },
  {
    ...{ key: 'hits', label: '公开内容中', kind: 'choice' },
    options: [
      { value: 'some', label: '有出现' },
      { value: 'none', label: '没有出现' },
    ],
  },
]

function matches(line: WordLine, key: string, value: string): boolean {
  if (key === 'severity') return line.severity === value
  if (key === 'hits') return line.hits > 0 === (value === 'some')
  return [line.word, line.right, line.why].some(text => text.includes(value))
}
