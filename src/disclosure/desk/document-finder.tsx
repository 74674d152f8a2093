import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { itemQuery } from './item/item-query.ts'
import { namedWithNumber, usePublicItems } from './public-items.ts'

interface Finding {
  readonly label: string
  /** What to do where it is not found. */
  readonly otherwise: string
  /** The id that is chosen; empty where none is. */
  readonly value: string
  readonly disabled?: boolean
  /** Tells the id with the number of the document, or its title where it has none. */
  readonly choose: (id: string, words: string) => void
}

/** Finds a public document by words of its title or by its number; arrows and Enter choose. */
export function DocumentFinder({ label, otherwise, value, disabled = false, choose }: Finding) {
  const [words, setWords] = useState('')
  const sought = words.trim()
  const { lines, busy } = usePublicItems(sought)
  const options = lines.map(line => ({ value: line.id, label: namedWithNumber(line) }))
  const known = options.some(option => option.value === value)
  const before = useQuery({ ...itemQuery(value), enabled: value !== '' && !known })
  const content = before.data?.published ?? before.data?.draft?.content
  const chosen = value === '' || known ? [] : [{ value, label: content ? namedWithNumber(content) : value }]
  return (
    <Select
      aria-label={label}
      placeholder="输入标题或者发文字号查找"
      allowClear
      disabled={disabled}
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={busy}
      notFoundContent={sought.length > 1 ? `没有找到已公开的信息；${otherwise}` : '请输入两个字以上。'}
      options={[...chosen, ...options]}
      value={value === '' ? null : value}
      onChange={(id: string | null) => {
        const line = lines.find(each => each.id === id)
        choose(id ?? '', line?.documentNumber ?? line?.title ?? '')
      }}
    />
  )
}
