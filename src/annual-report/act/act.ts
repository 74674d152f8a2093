import type { Actor } from '../../office/roles.ts'
import { audit } from '../../platform/audit.ts'
import { now } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { emptyReport, startedFrom } from '../blank.ts'
import type { Finding, RuleName } from '../finding.ts'
import type { AnnualReport } from '../form.ts'
import { expandFigures, type FigureBeside } from '../live-figures.ts'
import { findingsOf } from '../rules/checked.ts'
import type { Standing } from '../standing.ts'
import { lineOfStep, refusalOf, type Situation } from '../steps.ts'
import { editionOf, keepEdition } from '../store/editions.ts'
import { append, lock, type ReportKey, standingOf } from '../store/history.ts'
import type { Explanation, ReportStep } from '../view.ts'
import { figuresShownBeside } from './beside.ts'
import { publishExtract } from './extract.ts'

/** What an act is done to, by whom and when; `version` is the one that the actor saw. */
export interface Doing extends ReportKey {
  readonly by: Actor
  readonly today: Day
  readonly version?: number | undefined
}

/** Somebody else changed the report in between: what stands now. */
export interface Conflict {
  readonly kind: 'conflict'
  readonly standing: Standing
}

interface Change {
  readonly step: ReportStep
  readonly note?: string | undefined
  readonly draft?: AnnualReport | undefined
  readonly explanations?: readonly Explanation[] | undefined
  readonly importFindings?: readonly Finding[] | undefined
}

/** Begins a report: blank, or from last year's with its carried cells and its documents in force. */
export async function startReport(work: Work, doing: Doing, from: 'blank' | 'previous'): Promise<Done> {
  const previous = await editionOf(work, { agency: doing.agency, year: doing.year - 1 })
  if (from === 'previous' && previous === undefined) {
    return refuse(`${doing.year - 1} 年的报告尚未公布，不能由它开始。请选择空白报告，或导入文件。`)
  }
  const name = await agencyName(work, doing.agency)
  const blank = emptyReport(name, doing.year)
  const draft = from === 'previous' && previous !== undefined ? startedFrom(previous.report, blank) : blank
  return act(work, doing, { step: 'start', draft })
}

/** Takes over what was read from a file, with the findings of the reading beside it. */
export async function importReport(
  work: Work,
  doing: Doing,
  read: { report: AnnualReport; findings: readonly Finding[] },
): Promise<Done> {
  const draft = { ...read.report, agency: await agencyName(work, doing.agency), year: doing.year }
  const importFindings = [...foreign(read.report, draft), ...read.findings]
  return act(work, doing, { step: 'import', draft, importFindings })
}

/** Warnings where the file says that it is another agency's, or of another year: it is taken over all the same. */
function foreign(file: AnnualReport, draft: AnnualReport): Finding[] {
  const warning = (rule: RuleName, message: string): Finding => ({
    ...{ rule, severity: 'warning', where: [], expected: null, actual: null, message },
  })
  return [
    ...(file.agency === '' || file.agency === draft.agency
      ? []
      : [
          warning(
            'form.missing-agency',
            `文件是“${file.agency}”的报告，已导入“${draft.agency}”。请核对是否选错文件。`,
          ),
        ]),
    ...(file.year === 0 || file.year === draft.year
      ? []
      : [
          warning(
            'form.missing-year',
            `文件是 ${file.year} 年的报告，已导入 ${draft.year} 年。请核对是否选错文件。`,
          ),
        ]),
  ]
}

/** Saves the draft as it stands on the screen. */
export async function saveDraft(work: Work, doing: Doing, report: AnnualReport): Promise<Done> {
  const draft = { ...report, agency: await agencyName(work, doing.agency), year: doing.year }
  return act(work, doing, { step: 'save', draft })
}

/** Writes why errors stand; the words are published under the report. */
export function explain(work: Work, doing: Doing, explanations: readonly Explanation[]): Promise<Done> {
  return act(work, doing, { step: 'explain', explanations })
}

/** Submits, returns, checks, approves, publishes or opens a correction: whatever the table of steps allows. */
export function takeStep(
  work: Work,
  doing: Doing,
  step: Exclude<ReportStep, 'start' | 'import' | 'save' | 'explain'>,
  note?: string,
): Promise<Done> {
  return act(work, doing, { step, note })
}

/** What an act answers. */
export type Done = Standing | Refusal | Conflict

/** Locks, refuses or records, publishes where that is the step, audits: all or nothing. */
function act(work: Work, doing: Doing, change: Change): Promise<Done> {
  return work.transaction(async inner => {
    const { agency, year, by } = doing
    await lock(inner, { agency, year })
    const before = await standingOf(inner, { agency, year })
    const previous = await editionOf(inner, { agency, year: year - 1 })
    const draft = change.draft ?? before?.draft
    const beside = await figuresShownBeside(inner, doing, { report: draft })
    const findings = draft === undefined ? [] : findingsOf(draft, previous?.report, beside)
    const refusal = refusalOf(change.step, situationOf(doing, before, findings), by) ?? missingNote(change)
    if (refusal !== undefined) return refusal
    if (before !== undefined && doing.version !== undefined && doing.version !== before.version) {
      return { kind: 'conflict', standing: before } as const
    }
    const { draft: kept = null, explanations = null, importFindings = null, note = null, step } = change
    const told = { step, note, draft: kept, explanations, importFindings }
    const event = { ...told, by: by.id, byName: by.name, on: doing.today, at: now() }
    const standing = await append(inner, { agency, year }, event, { before, findings })
    if (step === 'publish') await publish(inner, doing, standing, { findings, beside })
    const detail = { year, version: standing.version, edition: standing.edition, note }
    const who = { by: by.id, byName: by.name, agency }
    await audit(inner, { ...who, act: `report.${step}`, subject: `${agency}/${year}`, detail })
    return standing
  })
}

/** What the table of steps is asked. */
export function situationOf(
  { agency }: ReportKey,
  standing: Standing | undefined,
  findings: readonly Finding[],
): Situation {
  const { state = null, submittedBy = null, explanations = [] } = standing ?? {}
  return { agency, state, submittedBy, findings, explanations }
}

function missingNote({ step, note }: Change): Refusal | undefined {
  const line = lineOfStep(step)
  if (line.reason !== true || (note ?? '').trim().length >= 2) return undefined
  return refuse(`“${line.label}”须写明原因。`, line.law)
}

async function publish(
  work: Work,
  doing: Doing,
  standing: Standing,
  { findings, beside }: { readonly findings: readonly Finding[]; readonly beside: readonly FigureBeside[] },
): Promise<void> {
  const report = expandFigures(standing.draft, beside)
  await keepEdition(work, doing, {
    report,
    ...{ explanations: standing.explanations, findings, edition: standing.edition },
    ...{ publishedOn: doing.today, publishedAt: standing.changedAt },
    reason: standing.edition === 1 ? null : await reasonOfCorrection(work, doing),
    by: doing.by,
  })
  const { agency, year } = doing
  await publishExtract(work, { agency, year, edition: standing.edition }, report)
}

async function reasonOfCorrection(work: Work, { agency, year }: ReportKey): Promise<string | null> {
  const row = await work.db
    .selectFrom('report_events')
    .select('note')
    .where('agency', '=', agency)
    .where('year', '=', year)
    .where('act', '=', 'correct')
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return row?.note ?? null
}

async function agencyName(work: Work, code: string): Promise<string> {
  const row = await work.db.selectFrom('agencies').select('name').where('code', '=', code).executeTakeFirst()
  return row?.name ?? code
}
