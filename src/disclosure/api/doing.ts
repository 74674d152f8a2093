import { signedIn, type Who } from '../../office/env.ts'
import { today } from '../../platform/clock.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { Refusal } from '../../statute/refusal.ts'
import type { ItemConflict, ItemDoing } from '../act/act.ts'
import { itemSeen, itemView } from '../act/views/item.ts'
import type { ItemReading } from '../act/views/lines.ts'
import type { ItemRecord } from '../store/history.ts'
import type { ItemView } from '../view.ts'

const unseen = '没有找到这件信息，或者您无权查看。'

/** Who reads, today. */
export function itemReading(context: Who): ItemReading {
  return { reader: signedIn(context), today: today() }
}

/** The item that this person may see. @throws ProblemError 404 also for those who may not */
export async function itemRecordSeen(context: Who): Promise<ItemRecord> {
  const record = await itemSeen(context.var.work, context.req.param('id') ?? '', signedIn(context))
  if (record === undefined) throw new ProblemError(404, unseen)
  return record
}

/** What a signed-in person does to this item today. @throws ProblemError 404 */
export async function itemDoing(context: Who): Promise<ItemDoing> {
  const { item } = await itemRecordSeen(context)
  return { id: item.id, by: signedIn(context), today: today() }
}

/** Its whole view. @throws ProblemError 404 */
export async function itemViewSeen(context: Who): Promise<ItemView> {
  const view = await itemView(context.var.work, context.req.param('id') ?? '', itemReading(context))
  if (view === undefined) throw new ProblemError(404, unseen)
  return view
}

/** Why an act was not done: 422 with the article, or 409 with the version that stands now. */
export function itemProblem(result: Refusal | ItemConflict): ProblemError {
  if (result.kind === 'refusal') return ProblemError.of(result)
  const { version } = result.standing
  return new ProblemError(409, '他人刚刚办理过这件信息。您填写的内容仍在页面上，请看过最新情况后再办理。', {
    version,
  })
}

/** The file that came in the field `file`. @throws ProblemError 400 where there is none */
export async function uploaded(context: Who): Promise<{ name: string; bytes: Uint8Array }> {
  const form = await context.req.parseBody()
  const { file } = form
  if (!(file instanceof File) || file.size === 0) throw new ProblemError(400, '请在 file 中上传一份文件。')
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
