import { posix } from 'node:path'
import { type KnownFile, knownFile } from '../../../platform/files/known.ts'
import { HurtFile } from '../../../platform/strange/hurt-file.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { paths } from '../../../web/paths.ts'
import type { TellFault } from '../../importing/fault.ts'
import type { Attachment, ItemContent } from '../../item.ts'
import { cleanBody } from '../../read/clean.ts'
import { textOfFile } from '../../read/file-text.ts'
import type { LinkedFile } from '../../read/site/body.ts'
import type { SiteFiles } from '../../read/site/files.ts'
import { keepFile } from '../../store/files.ts'

/** A file that a page links or shows, and where it lies; undefined where it is not here or not taken in. */
export interface FoundFile extends LinkedFile {
  readonly lies: string | undefined
}

const mostFiles = 100

/** Looks for the files of a page by their content; what is missing or not taken in is told. */
export async function foundFiles(
  files: SiteFiles,
  linked: readonly LinkedFile[],
  tell: TellFault,
): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  for (const [at, file] of linked.entries()) {
    if (at === mostFiles) tell('refusedFile', `附件和图片超过 ${mostFiles} 个，其余的没有迁入。`)
    found.push({ ...file, lies: at < mostFiles ? await lies(files, file, tell) : undefined })
  }
  return found
}

async function lies(files: SiteFiles, file: LinkedFile, tell: TellFault): Promise<string | undefined> {
  const what = file.picture ? '图片' : '附件'
  const name = file.names.find(each => files.has(each))
  if (name === undefined) {
    const message = `${what}“${file.href.slice(0, 80)}”不在压缩包或者文件夹中，请补上后再迁入；不补的，这一页照样迁入。`
    tell(file.picture ? 'missingPicture' : 'missingFile', message, { value: file.href })
    return undefined
  }
  const known = await knownAt(files, name, file)
  if (typeof known !== 'string') return name
  tell(file.picture ? 'refusedPicture' : 'refusedFile', `${known}这一页照样迁入，不带这个${what}。`, {
    value: file.href,
  })
  return undefined
}

/** The file by its content, or why it is not taken in. */
async function knownAt(files: SiteFiles, name: string, file: LinkedFile): Promise<KnownFile | string> {
  try {
    const known = await knownFile(nameOf(name, file), (await files.read(name)) ?? new Uint8Array())
    if (isRefusal(known)) return known.message
    const isPicture = known.kind === 'png' || known.kind === 'jpg'
    return file.picture && !isPicture ? `图片“${known.name}”不是 PNG 或者 JPG。` : known
  } catch (cause) {
    if (cause instanceof HurtFile) return cause.message
    throw cause
  }
}

/** A file is called as the page calls it, with the ending that it has. */
function nameOf(lies: string, { words, picture }: LinkedFile): string {
  const own = posix.basename(lies)
  const ending = posix.extname(own)
  const said = words.replaceAll(/[\\/]/g, '／').trim()
  if (picture || said === '' || said.length > 100) return own
  return said.toLowerCase().endsWith(ending.toLowerCase()) ? said : said + ending
}

/** Keeps the files of an item, and puts their addresses where their marks stand; what was not found goes from the body. */
export async function withFiles(
  work: Work,
  content: ItemContent,
  {
    item,
    from,
    found,
    ...who
  }: {
    readonly item: string
    readonly from: SiteFiles
    readonly found: readonly FoundFile[]
    readonly on: Day
    readonly byName: string
  },
): Promise<ItemContent> {
  const attachments: Attachment[] = []
  let { body } = content
  for (const file of found) {
    const known = file.lies === undefined ? '' : await knownAt(from, file.lies, file)
    if (typeof known === 'string') {
      body = body.replaceAll(`"${file.mark}"`, file.picture ? '""' : `"${withoutQuotes(file.href)}"`)
      continue
    }
    const kept = await keepFile(work, known, { item, text: await textOfFile(known), ...who })
    body = body.replaceAll(`"${file.mark}"`, `"${paths.itemFile(item, kept.file)}"`)
    if (!file.picture) attachments.push(kept)
  }
  return { ...content, body: cleanBody(body), attachments }
}

const withoutQuotes = (href: string) =>
  href.replaceAll('&', '&amp;').replaceAll('"', '%22').replaceAll('<', '%3C')
