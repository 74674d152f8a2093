import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { agencyTree } from '../../../office/agencies.ts'
import { inSeconds, now } from '../../../platform/clock.ts'
import { log } from '../../../platform/log.ts'
import { HurtFile } from '../../../platform/strange/hurt-file.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import type { SiteFault } from '../../importing/fault.ts'
import { mostSiteFaults, type SiteCounts } from '../../importing/view.ts'
import { siteFiles } from '../../read/site/files.ts'
import { clearFaults, keepFaults } from '../../store/importing/run-faults.ts'
import { archiveOf, type RunKept, runOf, staleRuns, takeRun, tellRun } from '../../store/importing/runs.ts'
import { dropOldArchives } from './runs.ts'
import { runSite, type SiteRun } from './site-run.ts'

/** Who works on a run tells every batch; after so many seconds of silence another goes on. */
const silentSeconds = 180

/** Somebody else took the run, or it was begun anew. */
class NoLongerOurs extends Error {}

/** Carries a run on to its end: reads its archive, tells how far it is, keeps what is wrong, and the items where it is to. */
export async function carryOn(work: Work, id: string, today: Day): Promise<void> {
  const ours = { id, worker: randomUUID() }
  const staleBefore = inSeconds(-silentSeconds)
  if (!(await takeRun(work, id, { worker: ours.worker, at: now(), staleBefore }))) return
  const run = await runOf(work, id)
  if (run === undefined) return
  try {
    const { samples, ...counts } = await carried(work, run, { ...ours, today })
    const state = run.state === 'keeping' ? 'kept' : 'tried'
    await tellRun(work, ours, { at: now(), counts, samples, state })
    if (state === 'kept') await dropOldArchives(work)
  } catch (cause) {
    if (cause instanceof NoLongerOurs) return
    await told(work, ours, { state: run.state === 'keeping' ? 'failed' : 'untried', cause })
  }
}

/** Why a run broke, for the person who began it. */
async function told(
  work: Work,
  ours: { readonly id: string; readonly worker: string },
  { state, cause }: { readonly state: 'failed' | 'untried'; readonly cause: unknown },
): Promise<void> {
  const known = cause instanceof HurtFile
  if (!known) {
    log.error({ what: 'site run', id: ours.id, error: cause instanceof Error ? cause.message : 'unknown' })
  }
  const again = state === 'failed' ? '已迁入的都在，再点“接着迁入”接着办理' : '请重新试读'
  const why = known ? cause.message : `系统出错，没有完成。${again}；仍不行的，请联系系统管理员。`
  await tellRun(work, ours, { at: now(), state, why })
}

interface Carrying {
  readonly id: string
  readonly worker: string
  readonly today: Day
}

async function carried(work: Work, run: RunKept, { id, worker, today }: Carrying): Promise<SiteRun> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-site-'))
  try {
    const path = join(folder, 'archive')
    await pipeline(archiveOf(work, id), createWriteStream(path))
    const files = await siteFiles(path)
    const faults = new FaultBook(work, id)
    await clearFaults(work, id)
    const progress = async (counts: SiteCounts) => {
      await faults.write()
      if (!(await tellRun(work, { id, worker }, { at: now(), counts }))) throw new NoLongerOurs()
    }
    try {
      const { agency, source, mapping, mayBe, by, byName } = run
      const who = { id: by, name: byName, grants: [] }
      const asked = { files, agency, source, mapping, by: who, today, tree: await agencyTree(work) }
      const telling = { fault: (fault: SiteFault) => faults.add(fault), progress }
      return await runSite(
        work,
        { ...asked, mayBe: new Set(mayBe) },
        { keep: run.state === 'keeping', telling },
      )
    } finally {
      await files.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Writes what is wrong as it comes, as much as is kept. */
class FaultBook {
  readonly #work: Work
  readonly #run: string
  #written = 0
  #waiting: SiteFault[] = []

  constructor(work: Work, run: string) {
    this.#work = work
    this.#run = run
  }

  add(fault: SiteFault): void {
    if (this.#written + this.#waiting.length < mostSiteFaults) this.#waiting.push(fault)
  }

  async write(): Promise<void> {
    const faults = this.#waiting
    this.#waiting = []
    await keepFaults(this.#work, this.#run, this.#written, faults)
    this.#written += faults.length
  }
}

/** Begins to carry a run on without anybody waiting; what fails is told in the run, or found by the job that goes on with it. */
export function carryOnBehind(work: Work, id: string, today: Day): void {
  carryOn(work, id, today).catch((cause: unknown) => {
    log.error({ what: 'site run', id, error: cause instanceof Error ? cause.name : 'unknown' })
  })
}

/** Goes on with the runs on which nobody works any more: the process that did has ended. */
export async function carryStaleOn(work: Work, today: Day): Promise<void> {
  for (const id of await staleRuns(work, inSeconds(-silentSeconds))) await carryOn(work, id, today)
}
