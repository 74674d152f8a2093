import { Button } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { pageSizes } from './address.ts'
import type { Column } from './column.ts'
import type { Kept, View } from './kept.ts'

interface Keeping {
  readonly kept: Kept
  readonly keep: (change: Partial<Kept>) => void
}

/** The columns that are shown: those chosen, or those that are not hidden at first. */
export function columnsShown<Row>(columns: readonly Column<Row>[], { columns: chosen }: Kept) {
  const shown = columns.filter(({ key, hidden }) =>
    chosen === undefined ? hidden !== true : chosen.includes(key),
  )
  return shown.length === 0 ? columns.slice(0, 1) : shown
}

/** Which columns, how dense, and the saved views; all kept in this browser. */
export function Choices<Row>({ columns, kept, keep }: Keeping & { columns: readonly Column<Row>[] }) {
  const shown = columnsShown(columns, kept).map(({ key }) => key)
  const choose = (key: string) => {
    const next = shown.includes(key) ? shown.filter(each => each !== key) : [...shown, key]
    if (next.length > 0) keep({ columns: next })
  }
  return (
    <>
      <details className="choices">
        <summary>显示的列</summary>
        <div>
          {columns.map(({ key, label }) => (
            <label key={key}>
              <input type="checkbox" checked={shown.includes(key)} onChange={() => choose(key)} />
              {label}
            </label>
          ))}
        </div>
      </details>
      <label className="check">
        <input type="checkbox" checked={kept.dense} onChange={() => keep({ dense: !kept.dense })} />
        紧凑
      </label>
      <Views kept={kept} keep={keep} />
    </>
  )
}

function Views({ kept: { views }, keep }: Keeping) {
  const { pathname, search } = useLocation()
  const [name, setName] = useState('')
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    const said = name.trim()
    if (said === '') return
    keep({
      views: [...views.filter(view => view.name !== said), { name: said, search: withoutPage(search) }],
    })
    setName('')
  }
  const forget = (view: View) => keep({ views: views.filter(each => each !== view) })
  return (
    <details className="choices">
      <summary>{views.length === 0 ? '常用筛选' : `常用筛选（${views.length}）`}</summary>
      <div>
        {views.map(view => (
          <span key={view.name}>
            <Link to={pathname + view.search}>{view.name}</Link>
            <button
              type="button"
              className="plain"
              aria-label={`删除常用筛选“${view.name}”`}
              onClick={() => forget(view)}
            >
              删除
            </button>
          </span>
        ))}
        <form onSubmit={save}>
          <label>
            把当前筛选和排序存为
            <input value={name} maxLength={20} onChange={event => setName(event.target.value)} />
          </label>
          <Button size="small" htmlType="submit">
            保存
          </Button>
        </form>
        <small>常用筛选、列和密度保存在本浏览器中，只供您本人使用。</small>
      </div>
    </details>
  )
}

function withoutPage(search: string): string {
  const query = new URLSearchParams(search)
  query.delete('page')
  return `?${query}`
}

/** How many rows a page has; kept, and said in the address. */
export function PageSize({ size, change }: { size: number; change: (size: number) => void }) {
  return (
    <label className="check">
      每页
      <select value={size} onChange={event => change(Number(event.target.value))}>
        {pageSizes.map(each => (
          <option key={each} value={each}>
            {each} 行
          </option>
        ))}
      </select>
    </label>
  )
}
