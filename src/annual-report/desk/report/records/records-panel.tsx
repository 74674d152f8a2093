import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { wordsOf } from '../../../../desk/client.ts'
import { deskPaths } from '../../../../web/paths.ts'
import type { CountedView, OpeningView, RequestOfCell, RestatementView } from '../../../counted/view.ts'
import { cellLabel } from '../../../labels.ts'
import type { Draft } from '../keeping/use-draft.ts'
import { countedQuery, restatementQuery } from './counted-query.ts'
import { type Differing, differing, filledFromRecords, lacksFee } from './from-records.ts'

const mostShown = 12

/** What the records of requests say of this year: where the form differs, filling from them, and what changed since. */
export function RecordsPanel({ draft, open }: { draft: Draft; open: (path: string) => void }) {
  const { agency, year } = draft.view.line
  const counted = useQuery(countedQuery(agency, year))
  return (
    <section className="card" aria-label="与申请记录核对">
      <h2>与申请记录核对</h2>
      {counted.isError && <p role="alert">{wordsOf(counted.error)}</p>}
      {counted.isPending && <p>正在统计……</p>}
      {counted.data !== undefined && <Compared {...{ draft, open, view: counted.data }} />}
      <p>
        <Link to={deskPaths.rehearsal(agency, year)}>年报预演</Link>
      </p>
    </section>
  )
}

interface Shown {
  readonly draft: Draft
  readonly view: CountedView
  readonly open: (path: string) => void
}

function Compared({ draft, view, open }: Shown) {
  if (!view.kept) return <p>本系统没有本年度的申请和复议诉讼记录。有记录后，第三、四张表可以按记录填入。</p>
  const cells = differing(draft.sheet.report, view.report)
  return (
    <>
      <p role="status">
        {cells.length === 0
          ? '第三、四张表与申请记录逐格一致。'
          : `第三、四张表有 ${cells.length} 格与申请记录不同。`}
      </p>
      <p className="why">
        {`统计至 ${view.until}。把光标放在数字上，点“件”或者按 Alt+Enter，看它由哪些申请得出。`}
      </p>
      <Cells cells={cells} open={open} />
      {draft.readOnly === undefined && cells.length > 0 && <Fill draft={draft} view={view} cells={cells} />}
      {view.opening !== null && <Opening opening={view.opening} />}
      {draft.view.line.publishedOn !== null && <Restated draft={draft} open={open} />}
    </>
  )
}

function Cells({ cells, open }: { cells: readonly Differing[]; open: (path: string) => void }) {
  if (cells.length === 0) return null
  return (
    <ul className="findings">
      {cells.slice(0, mostShown).map(({ path, onSheet, counted }) => (
        <li key={path}>
          {`${cellLabel(path)}：报告 ${onSheet ?? '空白'}，记录 ${counted} `}
          <Opens path={path} open={open} />
        </li>
      ))}
      {cells.length > mostShown && <li>{`另有 ${cells.length - mostShown} 格，填入前可以全部预览。`}</li>}
    </ul>
  )
}

function Opens({ path, open }: { path: string; open: (path: string) => void }) {
  return (
    <button
      type="button"
      className="plain"
      aria-label={`看申请：${cellLabel(path)}`}
      onClick={() => open(path)}
    >
      看申请
    </button>
  )
}

/** Shows all that would change, and fills on a second word; it can be taken back like any edit. */
function Fill({ draft, view, cells }: Omit<Shown, 'open'> & { cells: readonly Differing[] }) {
  const [asking, ask] = useState(false)
  const fill = () => {
    draft.edit(filledFromRecords(draft.sheet, view.report), 'report', `records ${draft.history.past.length}`)
    draft.say({ kind: 'success', text: `已按申请记录填入 ${cells.length} 格，请核对后保存；可撤销。` })
    ask(false)
  }
  return (
    <>
      <Button onClick={() => ask(true)}>按记录填入第三、四张表</Button>
      <Modal
        open={asking}
        title={`按申请记录改动 ${cells.length} 格`}
        okText="填入"
        cancelText="不填"
        onOk={fill}
        onCancel={() => ask(false)}
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls is reached by the keyboard. */}
        <section className="preview" aria-label="改动的单元格" tabIndex={0}>
          <table className="lines rows">
            <thead>
              <tr>
                <th scope="col">单元格</th>
                <th scope="col">现在</th>
                <th scope="col">改为</th>
              </tr>
            </thead>
            <tbody>
              {cells.map(({ path, onSheet, counted }) => (
                <tr key={path}>
                  <td>{cellLabel(path)}</td>
                  <td className="number">{onSheet ?? '空白'}</td>
                  <td className="number">{counted}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {lacksFee(draft.sheet.report) && (
          <p>{`“其他需要报告的事项”中没有提到信息处理费，将加上：“${view.report.narrative.otherMatters}”`}</p>
        )}
      </Modal>
    </>
  )
}

/** Where this year's opening is not what last year published. */
function Opening({ opening }: { opening: OpeningView }) {
  return (
    <details>
      <summary className="late">上年结转与上年公布的数字不同</summary>
      <ul>
        {opening.differences.map(({ path, label, published, counted }) => (
          <li key={path}>{`${label}：上年公布 ${published ?? '空白'}，记录 ${counted}`}</li>
        ))}
      </ul>
      <Requests heading="上年公布以后变动的申请" lines={opening.changed} />
      <Requests heading="记录中结转到本年的申请" lines={opening.carried} />
    </details>
  )
}

function Restated({ draft, open }: Omit<Shown, 'view'>) {
  const { agency, year } = draft.view.line
  const found = useQuery(restatementQuery(agency, year)).data
  if (found === undefined || found === null) return null
  const { cells, requests, remedies, publishedOn } = found
  if (cells.length === 0) return <p className="done">{`${publishedOn} 公布以后，记录没有变化。`}</p>
  return (
    <details open>
      <summary className="late">{`${publishedOn} 公布以后，有 ${cells.length} 格与记录不同`}</summary>
      <ul className="findings">
        {cells.map(cell => (
          <li key={cell.path}>
            {`${cell.label}：${restatedWords(cell)} `}
            <Opens path={cell.path} open={open} />
          </li>
        ))}
      </ul>
      <Requests heading="变动的申请" lines={requests} />
      <Requests heading="变动的复议、诉讼" lines={remedies} />
      <p className="why">已公布的版本不变；需要改正的，由公开专员“更正”为新的一版。</p>
    </details>
  )
}

function restatedWords({ published, onPublication, now }: RestatementView['cells'][number]): string {
  const stood = published ?? '空白'
  return onPublication === published
    ? `公布 ${stood}，现在 ${now}`
    : `公布 ${stood}，公布时记录为 ${onPublication}，现在 ${now}`
}

function Requests({ heading, lines }: { heading: string; lines: readonly RequestOfCell[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {lines.map(({ id, number, words }) => (
          <li key={`${id} ${words}`}>
            <Link to={deskPaths.request(id)}>{number}</Link> {words}
          </li>
        ))}
      </ul>
    </>
  )
}
