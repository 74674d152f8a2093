import { Alert } from 'antd'
import { useEffect, useMemo } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import type { Narrative } from '../../form.ts'
import { titleOf } from '../../printed/document.ts'
import { tablesOf } from '../../printed/table-model.ts'
import { stateLabel } from '../../steps.ts'
import type { DraftView } from '../../view.ts'
import { ConflictPanel } from './keeping/conflict-panel.tsx'
import { type Draft, useDraft } from './keeping/use-draft.ts'
import { Leaving } from './keeping/use-leaving.tsx'
import { FindingsPanel } from './panel/findings-panel.tsx'
import { PastPanel } from './panel/past-panel.tsx'
import { StepsPanel } from './panel/steps-panel.tsx'
import { ProseEditor } from './prose/prose-editor.tsx'
import { CellDrawer } from './records/cell-drawer.tsx'
import { ItemsPanel } from './records/items-panel.tsx'
import { RecordsPanel } from './records/records-panel.tsx'
import { FormTable } from './table/form-table.tsx'
import { marksOf } from './table/marks.ts'
import { focusCell } from './table/use-grid.ts'
import { Toolbar } from './toolbar.tsx'

/** The form as it is printed, to be written or only read; beside it what is wrong, and what may be done. */
export function Editor({ view }: { view: DraftView }) {
  const draft = useDraft(view)
  const title = titleOf(draft.sheet.report)
  const records = useRecords()
  useJump()
  return (
    <>
      <title>{`${title} - 工作台`}</title>
      <Leaving draft={draft} />
      <h1>{title}</h1>
      <p>
        {`第 ${view.line.edition} 版，${stateLabel[view.line.state]}`}
        {view.line.publishedOn !== null && `，首次公布 ${view.line.publishedOn}`}
        {view.line.lateDays > 0 && <span className="late">{`，逾期 ${view.line.lateDays} 天`}</span>}
      </p>
      <Toolbar draft={draft} />
      <Notices draft={draft} />
      {draft.conflict !== undefined && <ConflictPanel draft={draft} theirs={draft.conflict} />}
      <div className="report">
        <Form draft={draft} open={records.open} />
        <aside aria-label="办理和核对">
          <StepsPanel draft={draft} />
          <FindingsPanel draft={draft} />
          <ItemsPanel draft={draft} open={records.open} />
          <RecordsPanel draft={draft} open={records.open} />
          <PastPanel view={view} />
        </aside>
      </div>
      {records.cell !== null && (
        <CellDrawer
          cell={{ agency: view.line.agency, year: view.line.year, path: records.cell }}
          close={records.close}
        />
      )}
    </>
  )
}

function Notices({ draft }: { draft: Draft }) {
  const { notice, restored, readOnly } = draft
  return (
    <>
      {readOnly !== undefined && <Alert type="info" showIcon title={`只读：${readOnly}`} />}
      {restored && (
        <Alert
          type="warning"
          showIcon
          role="status"
          title="已恢复上次没有保存的内容，请核对后保存。"
          closable={{ closeIcon: <span>放弃这些内容</span>, onClose: draft.giveUp }}
        />
      )}
      {notice !== undefined && (
        <Alert
          key={notice.text}
          type={notice.kind}
          showIcon
          role={notice.kind === 'error' ? 'alert' : 'status'}
          title={notice.text}
          closable={{ 'aria-label': '关闭提示', onClose: () => draft.say(undefined) }}
        />
      )}
    </>
  )
}

const headings = [
  ['一、总体情况', 'overview'],
  ['二、主动公开政府信息情况', 'proactive'],
  ['三、收到和处理政府信息公开申请情况', 'applications'],
  ['四、政府信息公开行政复议、行政诉讼情况', 'remedies'],
  ['五、存在的主要问题及改进情况', 'problems'],
  ['六、其他需要报告的事项', 'otherMatters'],
] as const

function Form({ draft, open }: { draft: Draft; open: (path: string) => void }) {
  const [query] = useSearchParams()
  const { report } = draft.sheet
  const tables = useMemo(() => tablesOf(report), [report])
  const marks = useMemo(() => marksOf(draft.findings), [draft.findings])
  const table = (name: keyof typeof tables, caption: string) => (
    <FormTable
      {...{ draft, marks, caption, open, table: tables[name] }}
      withPrevious={query.get('previous') !== null}
    />
  )
  const prose = (section: keyof Narrative) => <ProseEditor draft={draft} section={section} />
  return (
    <div className="paper">
      {headings.map(([heading, name]) => (
        <section key={name}>
          <h2>{heading}</h2>
          {name === 'proactive' || name === 'applications' || name === 'remedies'
            ? table(name, heading.slice(2))
            : prose(name)}
        </section>
      ))}
    </div>
  )
}

/** The cell whose requests are shown; the address names it, so that going back closes it. */
function useRecords() {
  const [query, setQuery] = useSearchParams()
  const { open, close } = useMemo(() => {
    const show = (path: string | null) =>
      setQuery(
        before => {
          const next = new URLSearchParams(before)
          if (path === null) next.delete('records')
          else next.set('records', path)
          return next
        },
        { preventScrollReset: true },
      )
    return { open: (path: string) => show(path), close: () => show(null) }
  }, [setQuery])
  return { cell: query.get('records'), open, close }
}

/** Leads to the cell that the address names. */
function useJump(): void {
  const [query] = useSearchParams()
  const { key } = useLocation()
  const cell = query.get('cell')
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second click on the same link leads there again.
  useEffect(() => {
    if (cell === null) return
    document.getElementById(cell)?.scrollIntoView({ block: 'center', inline: 'center' })
    focusCell(cell)
    document.getElementById(cell)?.querySelector<HTMLElement>('[role=textbox]')?.focus()
  }, [cell, key])
}
