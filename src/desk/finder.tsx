import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Input, type RefSelectProps } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { ReportLine } from '../annual-report/view.ts'
import { deskPaths } from '../web/paths.ts'
import { read } from './client.ts'
import type { Part } from './parts.ts'

/** Finds pages and reports by name or year; Ctrl-K from anywhere. */
export function Finder({ parts }: { parts: readonly Part[] }) {
  const [words, setWords] = useState('')
  const field = useRef<RefSelectProps>(null)
  const navigate = useNavigate()
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      field.current?.focus()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  const sought = words.trim()
  const found = useQuery({
    queryKey: ['found', sought],
    enabled: sought.length > 0,
    queryFn: () =>
      read<{ lines: readonly ReportLine[] }>(`/reports?${new URLSearchParams({ q: sought, size: '8' })}`),
  })
  const pages = parts.filter(({ label }) => sought !== '' && label.includes(sought))
  const lines = found.data?.lines ?? []
  const options = [
    ...pages.map(({ label, path }) => ({ value: path, label: `打开：${label}` })),
    ...lines.map(line => ({
      value: deskPaths.report(line.agency, line.year),
      label: `${line.agencyName} ${line.year} 年度报告`,
    })),
  ]
  return (
    <search className="finder">
      <AutoComplete
        ref={field}
        value={words}
        options={options}
        onChange={setWords}
        onSelect={(path: string) => {
          setWords('')
          navigate(path)
        }}
        notFoundContent={sought !== '' && !found.isFetching ? '没有找到，请换机关名称或年份' : null}
      >
        <Input aria-label="查找页面或报告（Ctrl-K）" placeholder="查找：机关名称、年份、页面" />
      </AutoComplete>
    </search>
  )
}
