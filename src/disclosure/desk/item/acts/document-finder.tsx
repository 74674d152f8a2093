import { Select } from 'antd'
import { useState } from 'react'
import { namedWithNumber, usePublicItems } from '../../public-items.ts'

interface Finding {
  /** The id that is chosen; empty where none is. */
  readonly value: string
  /** Tells the id with the number of the document, or its title where it has none. */
  readonly choose: (id: string, words: string) => void
}

/** Finds a public document by words of its title or by its number; arrows and Enter choose. */
export function DocumentFinder({ value, choose }: Finding) {
  const [words, setWords] = useState('')
  const sought = words.trim() === '' ? value : words.trim()
  const { lines, busy } = usePublicItems(sought)
  return (
    <Select
      aria-label="查找依据的文件"
      placeholder="输入标题或者发文字号查找"
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={busy}
      notFoundContent={
        sought.length > 1 ? '没有找到已公开的文件；不在本平台的，只填写下面一栏。' : '请输入两个字以上。'
      }
      options={lines.map(line => ({ value: line.id, label: namedWithNumber(line) }))}
      value={value === '' ? null : value}
      onChange={(id: string | null) => {
        const line = lines.find(each => each.id === id)
        choose(id ?? '', line?.documentNumber ?? line?.title ?? '')
      }}
    />
  )
}
