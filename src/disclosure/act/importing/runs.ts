import { stat } from 'node:fs/promises'
import { agencyTree } from '../../../office/agencies.ts'
import type { Actor } from '../../../office/roles.ts'
import { inSeconds, now } from '../../../platform/clock.ts'
import { plainName } from '../../../platform/files/known.ts'
import { HurtFile } from '../../../platform/strange/hurt-file.ts'
import { isUuid } from '../../../platform/text/uuid.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import type { SiteMapping } from '../../importing/mapping.ts'
import type { SiteRunsView, SiteRunView } from '../../importing/view.ts'
import { siteFiles } from '../../read/site/files.ts'
import { keepMapping, namedMappings } from '../../store/importing/mappings.ts'
import { faultsOfRun, valuesOf } from '../../store/importing/run-faults.ts'
import {
  archiveOf,
  dropArchives,
  keepRun,
  type RunKept,
  resetRun,
  runLines,
  runOf,
} from '../../store/importing/runs.ts'
import { withBelow } from './asking.ts'
import { mayMoveIn, movableAgencies, refusalToMove } from './movers.ts'

/** An archive that is handed in: where it lies, whose it is, and how it is to be read where that is known. */
export interface ArchiveGiven {
  readonly path: string
  readonly name: string
  readonly agency: string
  readonly source: string
  readonly mapping: SiteMapping
}

/** Keeps an archive to be tried. @returns the run's id */
export async function beginSiteRun(
  work: Work,
  given: ArchiveGiven,
  by: Actor,
): Promise<{ readonly id: string } | Refusal> {
  const { path, agency, mapping } = given
  const tree = await agencyTree(work)
  if (!mayMoveIn(by, agency, tree)) return refusalToMove()
  const source = given.source.trim()
  if (source === '') return refuse('请填写原网站的名称，以后据此认出已迁入的页面。')
  const wrong = await wrongWith(path)
  if (wrong !== undefined) return refuse(wrong)
  const mayBe = [...withBelow(agency, tree)].filter(code => mayMoveIn(by, code, tree))
  const { size } = await stat(path)
  const about = { agency, mayBe, source, fileName: plainName(given.name), sizeBytes: size, mapping }
  const beginning = { ...about, by: by.id, byName: by.name, at: now() }
  return { id: await work.transaction(inner => keepRun(inner, beginning, path)) }
}

async function wrongWith(path: string): Promise<string | undefined> {
  try {
    await (await siteFiles(path)).close()
    return undefined
  } catch (cause) {
    if (cause instanceof HurtFile) return cause.message
    throw cause
  }
}

/** The run, where this person may move its agency's site in; undefined for everybody else. */
export async function siteRunSeen(work: Work, id: string, by: Actor): Promise<RunKept | undefined> {
  if (!isUuid(id)) return undefined
  const run = await runOf(work, id)
  return run !== undefined && mayMoveIn(by, run.agency, await agencyTree(work)) ? run : undefined
}

/** A run as its page shows it. */
export async function siteRunView(work: Work, run: RunKept): Promise<SiteRunView> {
  const { id, agency, source, fileName, sizeBytes, state, counts, byName, begunAt, mapping, why, samples } =
    run
  const { total } = await faultsOfRun(work, id, { page: 1, size: 1 })
  return {
    ...{ id, agency, source, fileName, sizeBytes, state, counts, byName, begunAt, mapping, why, samples },
    faultCount: total,
    unknownColumns: await valuesOf(work, id, 'unknownColumn'),
    unknownAgencies: await valuesOf(work, id, 'unknownAgency'),
  }
}

/** What the page begins with: the agencies for which this person may move sites in, their runs and their mappings. */
export async function siteRunsOf(work: Work, by: Actor): Promise<SiteRunsView> {
  const agencies = (await movableAgencies(work, by)).map(({ code, name }) => ({ code, name }))
  const codes = agencies.map(({ code }) => code)
  return { agencies, runs: await runLines(work, codes), mappings: await namedMappings(work, codes) }
}

/** Tries the run again, read in another way; `name` keeps that way for the next archive of the agency. */
export async function tryAgain(
  work: Work,
  run: RunKept,
  {
    mapping,
    name,
    by,
  }: { readonly mapping: SiteMapping; readonly name?: string | undefined; readonly by: Actor },
): Promise<Refusal | undefined> {
  const refusal = await refusalToGoOn(work, run)
  if (refusal !== undefined) return refusal
  if (name !== undefined && name !== '')
    await keepMapping(work, { agency: run.agency, name, mapping }, { at: now(), byName: by.name })
  await resetRun(work, run.id, { state: 'trying', mapping, at: now() })
  return undefined
}

/** Begins to keep what the dry run found nothing against; a run that broke goes on. */
export async function startKeeping(work: Work, run: RunKept): Promise<Refusal | undefined> {
  const refusal = await refusalToGoOn(work, run)
  if (refusal !== undefined) return refusal
  const { state, counts, mapping } = run
  if (state === 'trying') return refuse('正在试读，请等试读结束再迁入。')
  if (state === 'untried') return refuse('试读没有完成，请先重新试读。')
  if (state === 'tried' && counts.items === 0)
    return refuse('没有可以迁入的页面，请先看问题列表，修改映射后再试读。')
  await resetRun(work, run.id, { state: 'keeping', mapping, at: now() })
  return undefined
}

async function refusalToGoOn(work: Work, { id, state }: RunKept): Promise<Refusal | undefined> {
  if (state === 'keeping') return refuse('正在迁入，请等它结束。')
  const first = await archiveOf(work, id).next()
  return first.done === true ? refuse('压缩包已不再保存，请重新选择文件；已迁入的不会重复。') : undefined
}

/** Lets archives go that were kept whole, or that nobody went on with for a week. */
export async function dropOldArchives(work: Work): Promise<void> {
  await dropArchives(work, inSeconds(-7 * 24 * 3600))
}
