import { agenciesSeen, agencyTree } from '../../office/agencies.ts'
import { type Actor, sees } from '../../office/roles.ts'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import { findingsOf } from '../rules/checked.ts'
import type { Standing } from '../standing.ts'
import { refusalOf, steps } from '../steps.ts'
import { type Edition, editionLines, editionOf, publishedAtOf } from '../store/editions.ts'
import { eventLines, type ReportKey, standingOf } from '../store/history.ts'
import { type LineFilter, reportLines } from '../store/lines.ts'
import type { DraftView, EditionLine, ReportLine } from '../view.ts'
import { situationOf } from './act.ts'
import { figuresBeside, figuresShownBeside } from './beside.ts'

/** One page of the reports that this reader may see; null is the public. */
export async function listReports(
  work: Work,
  reader: Actor | null,
  filter: Omit<LineFilter, 'agencies'>,
): Promise<{ lines: ReportLine[]; total: number }> {
  const agencies = reader === null ? undefined : (await agenciesSeen(work, reader)).map(({ code }) => code)
  return reportLines(work, { ...filter, agencies })
}

/** A published report as everybody may read it: the latest edition or an earlier one, with the list of editions. */
export async function publishedReport(
  work: Work,
  key: ReportKey,
  edition?: number,
): Promise<(Edition & { editions: EditionLine[] }) | undefined> {
  const found = await editionOf(work, key, edition)
  return found === undefined ? undefined : { ...found, editions: await editionLines(work, key) }
}

/** The desk's whole view of a report; undefined where there is none, or the reader may not see it. */
export async function draftView(
  work: Work,
  key: ReportKey,
  reader: Actor,
  today: Day,
): Promise<DraftView | undefined> {
  const tree = await agencyTree(work)
  const standing = sees(reader, key.agency, tree) ? await standingOf(work, key) : undefined
  if (standing === undefined) return undefined
  const filter = { agency: key.agency, year: key.year, page: 1, size: 1, today, agencies: [key.agency] }
  const [{ lines }, previous, events, editions, beside] = await Promise.all([
    reportLines(work, filter),
    editionOf(work, { agency: key.agency, year: key.year - 1 }),
    eventLines(work, key),
    editionLines(work, key),
    besideOf(work, key, standing),
  ])
  const [line] = lines
  if (line === undefined) return undefined
  const findings = findingsOf(standing.draft, previous?.report, beside)
  const situation = situationOf(key, standing, findings)
  const offers = steps
    .filter(({ step }) => !['start', 'import', 'save', 'explain'].includes(step))
    .map(({ step, label }) => ({ step, label, ...refusalPart(refusalOf(step, situation, reader)) }))
  return {
    ...{ line, report: standing.draft, version: standing.version, findings, assertions: [] },
    ...{ importFindings: standing.importFindings, explanations: standing.explanations, steps: offers },
    ...{ events, editions, previous: previous?.report ?? null, beside },
  }
}

/** What the prose may show of the hotline while it is made; once it is published, what it shows, as it was written down. */
async function besideOf(work: Work, key: ReportKey, { state, edition, draft }: Standing) {
  if (state !== 'published') return await figuresBeside(work, key)
  const knownAt = await publishedAtOf(work, { ...key, edition })
  return await figuresShownBeside(work, key, { report: draft, knownAt })
}

function refusalPart(refusal: ReturnType<typeof refusalOf>) {
  if (refusal === undefined) return {}
  const { message, law } = refusal
  return { refusal: law === undefined ? { message } : { message, law } }
}
