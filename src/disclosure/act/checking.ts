import { now, today } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { bySeverity, contentFindings, rulesVersion } from '../checks/content.ts'
import { fileFindings } from '../checks/files.ts'
import type { ItemFinding } from '../checks/finding.ts'
import { linkFindings, linksOf } from '../checks/links.ts'
import type { ItemContent } from '../item.ts'
import { keepFindings, keptFindings, linkLooks } from '../store/checks/remembered.ts'
import type { ItemRecord } from '../store/history.ts'
import { tryLinks } from './checks/links.ts'
import { standingList } from './checks/list.ts'
import { looksOf } from './checks/looking.ts'

/**
 * All that the checks notice in the open draft of an item, the severe ones first. Attachments that were not looked into
 * yet are looked into; links are told as they were when last tried.
 */
export async function findingsOf(work: Work, { draft }: Pick<ItemRecord, 'draft'>): Promise<ItemFinding[]> {
  return draft === null ? [] : await findingsIn(work, draft)
}

/** The same, after trying the links that were not tried yet: takes seconds, so never within an act. */
export async function freshFindingsOf(work: Work, record: Pick<ItemRecord, 'draft'>): Promise<ItemFinding[]> {
  if (record.draft !== null) await tryLinks(work, record.draft.content.body)
  return await findingsOf(work, record)
}

/** What the checks notice in a content; what its words show is remembered under their hash and the state of the lists. */
export async function findingsIn(
  work: Work,
  { content, sha256 }: { readonly content: ItemContent; readonly sha256: string },
): Promise<ItemFinding[]> {
  const list = await standingList(work)
  const checked = { rules: rulesVersion, mark: list.mark }
  let words = await keptFindings(work, sha256, checked)
  if (words === undefined) {
    words = contentFindings(content, list.find, today())
    await keepFindings(work, sha256, { ...checked, findings: words, at: now() })
  }
  const looks = await looksOf(work, content.attachments)
  const links = linksOf(content.body).map(({ address }) => address)
  return [
    ...bySeverity([
      ...words,
      ...fileFindings(content.attachments, looks),
      ...linkFindings(content.body, await linkLooks(work, links)),
    ]),
  ]
}

/** What holds publication. */
export async function severeOf(work: Work, record: Pick<ItemRecord, 'draft'>): Promise<ItemFinding[]> {
  return (await findingsOf(work, record)).filter(({ severity }) => severity === 'severe')
}
