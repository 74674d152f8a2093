import type { Work } from '../../platform/work.ts'
import { refuse } from '../../statute/refusal.ts'
import { closeDraft, keepDraft } from '../store/drafts.ts'
import { editionOf } from '../store/editions.ts'
import { type ItemDoing, takeItemStep } from './act.ts'
import { shelve } from './shelving.ts'

/** Opens a draft that begins as the public reads it; the public goes on reading the old one. */
export function openRevision(work: Work, doing: ItemDoing, reason: string) {
  return takeItemStep(work, doing, 'openRevision', async before => {
    const edition = await editionOf(before.work, doing.id, before.standing.edition)
    if (edition === undefined) return refuse('没有公开过的版本可以修改。')
    const saved = { savedAt: before.moment, savedBy: doing.by.id, savedByName: doing.by.name }
    const version = (before.draft?.version ?? 0) + 1
    await keepDraft(before.work, doing.id, { version, content: edition.content, ...saved })
    return { kind: 'revisionOpened', on: doing.today, reason }
  })
}

/** Gives a revision up; what is public stays. */
export function dropRevision(work: Work, doing: ItemDoing, reason: string) {
  return takeItemStep(work, doing, 'dropRevision', before => ({
    tells: { kind: 'revisionDropped', on: doing.today, reason },
    after: () => closeDraft(before.work, doing.id),
  }))
}

/** Takes an item off the shelf; its page stays and says when and why. */
export function withdraw(work: Work, doing: ItemDoing, reason: string) {
  return takeItemStep(work, doing, 'withdraw', before =>
    reason === ''
      ? refuse('请写明撤下的原因，公众将看到它。', 'Art 6')
      : {
          tells: { kind: 'withdrawn', on: doing.today, reason },
          after: () => shelve(before.work, doing.id, { what: 'withdrawn', at: before.moment }),
        },
  )
}

/** Puts a withdrawn item back as it was. */
export function restore(work: Work, doing: ItemDoing, reason: string) {
  return takeItemStep(work, doing, 'restore', before =>
    reason === ''
      ? refuse('请写明恢复公开的原因。', 'Art 6')
      : {
          tells: { kind: 'restored', on: doing.today, reason },
          after: () => shelve(before.work, doing.id, { what: 'restored', at: before.moment }),
        },
  )
}
