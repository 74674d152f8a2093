import { Link, useSearchParams } from 'react-router'
import { deskPaths } from '../../../../web/paths.ts'
import type { Finding } from '../../../finding.ts'
import type { CellPath } from '../../../form.ts'
import { cellLabel } from '../../../labels.ts'
import { explains } from '../../../steps.ts'
import type { Draft } from '../keeping/use-draft.ts'
import { ExplanationForm } from './explanation-form.tsx'

/** What is wrong or doubtful, each with its cells to jump to; errors can be explained in writing. */
export function FindingsPanel({ draft }: { draft: Draft }) {
  const { findings } = draft
  const errors = findings.filter(({ severity }) => severity === 'error')
  const blank = findings.filter(({ rule, severity }) => severity === 'warning' && rule === 'form.blank-cell')
  const others = findings.filter(({ rule, severity }) => severity === 'warning' && rule !== 'form.blank-cell')
  return (
    <section className="card" aria-label="核对结果">
      <h2>核对结果</h2>
      <p role="status">
        {findings.length === 0
          ? '没有发现问题。'
          : `${errors.length} 处错误，${findings.length - errors.length} 处提示。`}
      </p>
      <ul className="findings">
        {errors.map(finding => (
          <li key={keyOf(finding)} className="error">
            <strong>错误</strong> {finding.message}
            <Places draft={draft} finding={finding} />
            {finding.rule !== 'form.unreadable-cell' && <Explained draft={draft} finding={finding} />}
          </li>
        ))}
        {others.map(finding => (
          <li key={keyOf(finding)}>
            <strong>提示</strong> {finding.message}
            <Places draft={draft} finding={finding} />
          </li>
        ))}
      </ul>
      {blank.length > 0 && (
        <details>
          <summary>{`空白单元格 ${blank.length} 处：空白不等于零，没有发生的请填 0`}</summary>
          <ul>
            {blank.map(({ where: [path = ''] }) => (
              <li key={path}>
                <CellLink draft={draft} path={path} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <FromFile draft={draft} />
    </section>
  )
}

function Explained({ draft, finding }: { draft: Draft; finding: Finding }) {
  const told = draft.view.explanations.find(each => explains(each, finding))
  if (draft.readOnly === undefined)
    return <ExplanationForm draft={draft} finding={finding} told={told?.text ?? ''} />
  return <p>{told === undefined ? '没有书面说明。' : `书面说明：${told.text}`}</p>
}

/** What the reading of the imported file could not settle. */
function FromFile({ draft }: { draft: Draft }) {
  const { importFindings } = draft.view
  if (importFindings.length === 0) return null
  return (
    <details open>
      <summary>{`导入文件时的疑问 ${importFindings.length} 处`}</summary>
      <ul className="findings">
        {importFindings.map(finding => (
          <li key={keyOf(finding)}>
            {finding.message}
            {finding.text !== undefined && <q>{finding.text}</q>}
            <Places draft={draft} finding={finding} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function keyOf({ rule, where, message }: Finding): string {
  return `${rule} ${where.join()} ${message}`
}

function Places({ draft, finding }: { draft: Draft; finding: Finding }) {
  const places = finding.where.slice(0, 8)
  if (places.length === 0) return null
  return (
    <span className="places">
      {places.map(path => (
        <CellLink key={path} draft={draft} path={path} />
      ))}
    </span>
  )
}

/** Leads to a cell; the address then names it. */
function CellLink({ draft, path }: { draft: Draft; path: CellPath }) {
  const [query] = useSearchParams()
  const { agency, year } = draft.view.line
  const withPrevious = query.get('previous') === null ? '' : '&previous=1'
  return (
    <Link to={`${deskPaths.report(agency, year, path)}${withPrevious}`} replace state={{ at: Date.now() }}>
      {cellLabel(path)}
    </Link>
  )
}
