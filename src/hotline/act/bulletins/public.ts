import { agencyTree } from '../../../office/agencies.ts'
import type { Work } from '../../../platform/work.ts'
import type { BulletinContent } from '../../bulletins/content.ts'
import { type BulletinTable, tablesOf } from '../../bulletins/tables.ts'
import { type BulletinEdition, editionsOf } from '../../store/bulletins/drafts.ts'
import { bulletinOf } from '../../store/bulletins/history.ts'
import { bulletinLines } from '../../store/bulletins/lines.ts'
import { versionOfBulletin } from './counting.ts'

/** A published edition as everybody may read it: without the numbers of the demands behind its cases. */
export interface PublicBulletin {
  readonly id: string
  readonly edition: number
  readonly restated: string
  readonly publishedAt: string
  readonly content: BulletinContent
  readonly tables: readonly BulletinTable[]
  /** All published editions, the last first. */
  readonly editions: readonly Pick<BulletinEdition, 'edition' | 'restated' | 'publishedAt'>[]
}

/** A page of the published bulletins, the newest first. */
export async function publicBulletins(work: Work, page: number, size: number) {
  const agencies = (await agencyTree(work)).map(({ code }) => code)
  return await bulletinLines(work, { agencies, published: true, page, size })
}

/** A published bulletin: its last published edition, or the one that is named; undefined where there is none. */
export async function publicBulletin(
  work: Work,
  id: string,
  edition?: number,
): Promise<PublicBulletin | undefined> {
  const record = await bulletinOf(work, id)
  if (record === undefined) return undefined
  const published = (await editionsOf(work, id)).filter(each => each.publishedAt !== null).toReversed()
  const found = edition === undefined ? published[0] : published.find(each => each.edition === edition)
  if (found === undefined || found.publishedAt === null) return undefined
  const { content, restated, publishedAt } = found
  return {
    ...{ id, edition: found.edition, restated, publishedAt },
    content: { ...content, cases: content.cases.map(each => ({ ...each, number: '' })) },
    tables: tablesOf(content.numbers, await versionOfBulletin(work, record)),
    editions: published.map(each => ({
      ...{ edition: each.edition, restated: each.restated, publishedAt: each.publishedAt },
    })),
  }
}
