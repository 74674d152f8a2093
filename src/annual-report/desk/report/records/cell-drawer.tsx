import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { read, wordsOf } from '../../../../desk/client.ts'
import { allThatMatch } from '../../../../desk/list/all.ts'
import type { Told } from '../../../../desk/list/column.ts'
import { SheetExport } from '../../../../desk/list/give-out.tsx'
import { SlowSkeleton } from '../../../../desk/list/list.tsx'
import { deskPaths, paths } from '../../../../web/paths.ts'
import type { CellView } from '../../../counted/view.ts'
import { cellLabel } from '../../../labels.ts'
import { countedPath } from './counted-query.ts'

const size = 50

/** A cell of a year of an agency. */
export interface OpenedCell {
  readonly agency: string
  readonly year: number
  readonly path: string
}

/** The requests or remedies behind a figure, a page of them, each leading to its case. */
export function CellDrawer({ cell, close }: { cell: OpenedCell; close: () => void }) {
  const label = cellLabel(cell.path)
  return (
    <Drawer
      open
      title={`“${label}”由哪些${ofItems(cell.path) ? '信息' : '申请'}得出`}
      size={520}
      onClose={close}
      className="cell-drawer"
    >
      <Cases key={`${cell.agency} ${cell.year} ${cell.path}`} cell={cell} />
    </Drawer>
  )
}

function ofItems(path: string): boolean {
  return path.startsWith('proactive.')
}

function Cases({ cell }: { cell: OpenedCell }) {
  const [page, turn] = useState(1)
  const found = useQuery({
    queryKey: ['counted', cell, page],
    queryFn: () => cellPage(cell, page),
  })
  if (found.isError) return <p role="alert">{wordsOf(found.error)}</p>
  if (found.data === undefined) return <SlowSkeleton />
  const { count, lines, label, of } = found.data
  const last = Math.max(1, Math.ceil(count / size))
  if (count === 0)
    return <p>{`${cell.year} 年没有计入“${label}”的记录。纸面办理、没有录入本系统的，不在其中。`}</p>
  return (
    <>
      <p>{`按${of === 'items' ? '公开的信息' : '申请记录'}统计 ${count} 件。`}</p>
      <ol start={(page - 1) * size + 1}>
        {lines.map(({ id, number, words }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two remedies of one request stand beside each other
          <li key={`${id} ${at}`}>
            <Link
              to={of === 'items' ? paths.item(id) : deskPaths.request(id)}
              reloadDocument={of === 'items'}
            >
              {number}
            </Link>{' '}
            {words}
          </li>
        ))}
      </ol>
      {last > 1 && (
        <p>
          <Button size="small" disabled={page === 1} onClick={() => turn(page - 1)}>
            上一页
          </Button>
          {` 第 ${page} 页，共 ${last} 页 `}
          <Button size="small" disabled={page === last} onClick={() => turn(page + 1)}>
            下一页
          </Button>
        </p>
      )}
      <SheetExport sheet={told => sheetOf(cell, told)} />
    </>
  )
}

/** All that the cell counts, as a sheet. */
async function sheetOf(cell: OpenedCell, told: Told) {
  const fetch = async ({ page }: { page: number }) => {
    const { lines, count } = await cellPage(cell, page, 200)
    return { lines: lines.map((line, at) => ({ ...line, key: `${page} ${at}` })), total: count }
  }
  const asked = { page: 1, size: 200, sort: undefined, filters: {} }
  const rows = await allThatMatch({ fetch, rowKey: ({ key }) => key, step: 200 }, asked, told)
  return {
    name: `${cell.year}年${cellLabel(cell.path)}`,
    head: ['编号', '情况'],
    rows: rows.map(({ number, words }) => [number, words]),
  }
}

function cellPage({ agency, year, path }: OpenedCell, page: number, lines = size): Promise<CellView> {
  const query = new URLSearchParams({ path, page: String(page), size: String(lines) })
  return read<CellView>(`${countedPath(agency, year)}/cell?${query}`)
}
