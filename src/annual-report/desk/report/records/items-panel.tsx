import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../../web/paths.ts'
import { cellAt, proactivePaths, withCell } from '../../../cells.ts'
import type { CountedView } from '../../../counted/view.ts'
import type { AnnualReport, CellPath } from '../../../form.ts'
import { cellLabel } from '../../../labels.ts'
import type { Draft } from '../keeping/use-draft.ts'
import { countedQuery } from './counted-query.ts'
import { Disclosures } from './disclosures.tsx'

interface Shown {
  readonly draft: Draft
  readonly view: CountedView
  readonly open: (path: string) => void
}

/** Table 2 and 总体情况 against the items that were disclosed: where they differ, and filling from them. */
export function ItemsPanel({ draft, open }: { draft: Draft; open: (path: string) => void }) {
  const { agency, year } = draft.view.line
  const counted = useQuery(countedQuery(agency, year))
  if (counted.data?.keptItems !== true) return null
  return (
    <section className="card" aria-label="与公开的信息核对">
      <h2>与公开的信息核对</h2>
      <Compared {...{ draft, open, view: counted.data }} />
    </section>
  )
}

function differingItems(report: AnnualReport, counted: AnnualReport) {
  return proactivePaths.flatMap(path => {
    const [onSheet, number] = [cellAt(report, path) ?? null, cellAt(counted, path) ?? null]
    return number === null || onSheet === number ? [] : [{ path, onSheet, counted: number }]
  })
}

function Compared({ draft, view, open }: Shown) {
  const cells = differingItems(draft.sheet.report, view.report)
  const { documents = [], differences = [] } = view.opening ?? {}
  const inForce = differences.filter(({ path }) => path.startsWith('proactive.'))
  return (
    <>
      <p role="status">
        {cells.length === 0
          ? '第二张表与公开的信息逐格一致。'
          : `第二张表有 ${cells.length} 格与公开的信息不同。`}
      </p>
      <ul className="findings">
        {proactivePaths.map(path => (
          <li key={path}>
            {cellWords(path, cells, view.report)}{' '}
            <button
              type="button"
              className="plain"
              aria-label={`看信息：${cellLabel(path)}`}
              onClick={() => open(path)}
            >
              看信息
            </button>
          </li>
        ))}
      </ul>
      {draft.readOnly === undefined && cells.length > 0 && <Fill draft={draft} view={view} cells={cells} />}
      {inForce.length > 0 && (
        <details open>
          <summary className="late">现行有效件数与上年公布的不同</summary>
          <ul>
            {inForce.map(({ path, label, published, counted }) => (
              <li key={path}>{`${label}：上年公布 ${published ?? '空白'}，按信息统计 ${counted}`}</li>
            ))}
          </ul>
          {documents.length > 0 && <h3>上年公布以后登记的文件</h3>}
          <ul>
            {documents.map(({ id, number, words }) => (
              <li key={`${id} ${words}`}>
                <Link to={paths.item(id)} reloadDocument>
                  {number}
                </Link>{' '}
                {words}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Disclosures draft={draft} view={view} />
    </>
  )
}

function cellWords(path: CellPath, cells: ReturnType<typeof differingItems>, counted: AnnualReport): string {
  const differs = cells.find(each => each.path === path)
  if (differs === undefined) return `${cellLabel(path)}：${cellAt(counted, path) ?? 0}`
  return `${cellLabel(path)}：报告 ${differs.onSheet ?? '空白'}，信息 ${differs.counted}`
}

/** Shows all that would change, and fills on a second word; it can be taken back like any edit. */
function Fill({ draft, view, cells }: Omit<Shown, 'open'> & { cells: ReturnType<typeof differingItems> }) {
  const [asking, ask] = useState(false)
  const fill = () => {
    const report = cells.reduce((all, { path, counted }) => withCell(all, path, counted), draft.sheet.report)
    draft.edit({ ...draft.sheet, report }, 'report', `items ${draft.history.past.length}`)
    draft.say({ kind: 'success', text: `已按公开的信息填入 ${cells.length} 格，请核对后保存；可撤销。` })
    ask(false)
  }
  return (
    <>
      <Button onClick={() => ask(true)}>按信息填入第二张表</Button>
      <Modal
        open={asking}
        title={`按公开的信息改动 ${cells.length} 格`}
        okText="填入"
        cancelText="不填"
        onOk={fill}
        onCancel={() => ask(false)}
      >
        <ul>
          {cells.map(({ path, onSheet, counted: number }) => (
            <li key={path}>{`${cellLabel(path)}：${onSheet ?? '空白'} 改为 ${number}`}</li>
          ))}
        </ul>
        <p className="why">{`统计至 ${view.until}。`}</p>
      </Modal>
    </>
  )
}
