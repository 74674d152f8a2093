import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Input, type RefSelectProps } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { ReportLine } from '../../annual-report/view.ts'
import type { ItemPage } from '../../disclosure/view.ts'
import type { RequestLine } from '../../foi/view.ts'
import { deskPaths } from '../../web/paths.ts'
import { useAgencies } from '../agencies.ts'
import { foundBy } from '../choosing/found-by.ts'
import { read } from '../client.ts'
import type { Part } from './parts.ts'

/** Finds pages, agencies, requests and reports by number, words, name or year; Ctrl-K from anywhere. */
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
  const { options, searching } = useFound(sought, parts)
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
        notFoundContent={sought !== '' && !searching ? '没有找到，请换编号、机关名称、年份或栏目' : null}
      >
        <Input aria-label="查找页面、机关、申请或报告（Ctrl-K）" placeholder="查找：编号、机关、年份、页面" />
      </AutoComplete>
    </search>
  )
}

/** What fits the words: pages, then agencies, requests and reports. */
function useFound(sought: string, parts: readonly Part[]) {
  const agencies = useAgencies()
  const found = useQuery({
    queryKey: ['found', sought],
    enabled: sought.length > 0,
    queryFn: () =>
      read<{ lines: readonly ReportLine[] }>(`/reports?${new URLSearchParams({ q: sought, size: '8' })}`),
  })
  const requests = useQuery({
    queryKey: ['found requests', sought],
    enabled: /\d/.test(sought) || sought.length > 1,
    queryFn: () =>
      read<{ lines: readonly RequestLine[] }>(
        `/requests?${new URLSearchParams({ q: sought, size: '6', sort: '-received' })}`,
      ),
  })
  const items = useFoundItems(sought)
  if (sought === '') return { options: [], searching: false }
  const pages = parts.filter(({ label }) => label.includes(sought))
  const named = foundBy(
    sought,
    agencies.map(each => ({ ...each, label: `${each.name} ${each.shortName}` })),
  )
  const options = [
    ...pages.map(({ label, path }) => ({ value: path, label: `打开：${label}` })),
    ...named.slice(0, 8).map(({ code, name }) => ({
      value: deskPaths.reports({ agency: code }),
      label: `机关：${name}的年度报告`,
    })),
    ...(requests.data?.lines ?? []).map(({ id, number, agencyName, summary }) => ({
      value: deskPaths.request(id),
      label: `申请：${agencyName}${number} ${summary.slice(0, 24)}`,
    })),
    ...items.options,
    ...(found.data?.lines ?? []).map(line => ({
      value: deskPaths.report(line.agency, line.year),
      label: `${line.agencyName} ${line.year} 年度报告`,
    })),
  ]
  return { options, searching: found.isFetching || requests.isFetching || items.searching }
}

/** Items of proactive disclosure by title, index number or document number. */
function useFoundItems(sought: string) {
  const { data, isFetching } = useQuery({
    queryKey: ['found items', sought],
    enabled: sought.length > 1,
    queryFn: () => read<ItemPage>(`/items?${new URLSearchParams({ q: sought, size: '6' })}`),
  })
  const options = (data?.lines ?? []).map(({ id, title, indexNumber, agencyName }) => ({
    value: deskPaths.item(id),
    label: `信息：${agencyName} ${title === '' ? indexNumber : title.slice(0, 30)}`,
  }))
  return { options, searching: isFetching }
}
