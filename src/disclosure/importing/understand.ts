import type { Agency } from '../../office/roles.ts'
import type { Day } from '../../statute/day.ts'
import type { DutyKind, Genre, Theme } from '../../statute/proactive.ts'
import { type ItemForm, theForm } from '../forms.ts'
import { oldPathOf, type SitePlace } from './address.ts'
import { agencyTold } from './agency.ts'
import { dayOfField, timeIn } from './dates.ts'
import { type EndTold, endTold } from './ended.ts'
import type { TellFault } from './fault.ts'
import { type SiteField, type SiteMapping, type SiteSource, sourcesOf } from './mapping.ts'
import { formByColumn, genreIn, themeIn } from './meaning.ts'
import { oneLine, ownFields } from './own.ts'

/** A page as it was read: where it lies, and what each place of it says. */
export interface PageRead {
  readonly name: string
  readonly says: (source: SiteSource) => string
}

/** What a page says, in our words; its body and files come with it apart. */
export interface PageUnderstood {
  readonly agency: string
  readonly form: ItemForm
  readonly title: string
  readonly duty: DutyKind
  readonly theme: Theme
  readonly genre: Genre
  readonly documentNumber: string | null
  readonly madeOn: Day
  readonly publishedOn: Day
  /** Of the day of publication, `09:30:00`; at its beginning where the page tells none. */
  readonly time: string
  readonly indexNumber: string | null
  readonly jointMakers: readonly string[]
  readonly keywords: readonly string[]
  readonly summary: string
  readonly own: Readonly<Record<string, string>>
  readonly old: string
  readonly ended: EndTold | undefined
}

/** What pages are understood against. */
export interface Understanding {
  readonly mapping: SiteMapping
  readonly place: SitePlace
  readonly today: Day
  readonly tree: readonly Agency[]
  /** The agency that is chosen, and those for which pages may come in as well. */
  readonly agency: string
  readonly mayBe: ReadonlySet<string>
}

/** Reads one field of the page: what the first place says that says anything. */
export type Say = (field: SiteField) => string

/** Asks the page as the mapping says. */
export function sayer(page: PageRead, mapping: SiteMapping): Say {
  return field => {
    for (const source of sourcesOf(mapping, field)) {
      const said = source.from === 'fixed' ? source.name : page.says(source).trim()
      if (said !== '') return said
    }
    return ''
  }
}

/** What the page says; undefined where a fault that hinders was told. */
export function understood(
  page: PageRead,
  about: Understanding,
  tell: TellFault,
): PageUnderstood | undefined {
  const { mapping, place } = about
  const say = sayer(page, mapping)
  const [title, published] = [oneLine(say('title')), say('publishedOn')]
  if (
    published === '' &&
    say('indexNumber') === '' &&
    page.says({ from: 'meta', name: 'ArticleTitle' }) === ''
  ) {
    tell(
      'notArticle',
      '页面没有标题、日期等信息，像是首页或者栏目页，不迁入；确是信息的，请在映射中指明公开日期在哪里。',
    )
    return undefined
  }
  if (title === '') tell('noTitle', '没有读出标题，请在映射中指明标题在哪里。', { field: 'title' })
  if (title.length > 300)
    tell('tooLong', `标题有 ${title.length} 字，超过 300 字，请核对映射。`, { field: 'title' })
  const publishedOn = dayOfField(say, 'publishedOn', about, tell)
  if (published === '') tell('noDate', '没有读出公开日期，请在映射中指明。', { field: 'publishedOn' })
  const madeOn = dayOfField(say, 'madeOn', about, tell) ?? publishedOn
  if (publishedOn !== undefined && madeOn !== undefined && publishedOn < madeOn) {
    const message = `公开日期 ${publishedOn} 早于成文日期 ${madeOn}，请核对原页面。`
    tell('publishedBeforeMaking', message, { field: 'publishedOn', value: published })
  }
  const who = agencyTold(say, about, tell)
  const ended = endTold(say, { ...about, madeOn }, tell)
  if (title === '' || publishedOn === undefined || madeOn === undefined || who === undefined) return undefined
  const what = meaningOf(page, say, about, tell)
  return {
    ...{ ...who, ...what, title, madeOn, publishedOn, ended, genre: genreIn(say('genre'), title) },
    ...{
      time: timeIn(published),
      ...numbersOf(say),
      ...wordsOf(say),
    },
    old: oldPathOf(say('address'), page.name, place),
  }
}

/** Form, duty and theme by the column, as the mapping translates it, else by its words; with what only that form has. */
function meaningOf(page: PageRead, say: Say, about: Understanding, tell: TellFault) {
  const column = oneLine(say('column'))
  const told = about.mapping.columns?.[column]
  const byWords = formByColumn(column)
  const fallback = say('documentNumber') === '' ? 'news' : 'document'
  const form: ItemForm = told?.form ?? byWords ?? fallback
  if (column !== '' && told === undefined && byWords === undefined) {
    const message = `栏目“${column}”没有对应的信息形式，暂按“${theForm(form).label}”迁入；可在映射中指明。`
    tell('unknownColumn', message, { field: 'column', value: column })
  }
  const rest = { duty: told?.duty, theme: told?.theme ?? themeIn(say('theme')) ?? '其他' }
  const { own, missing } = ownFields(page, say, form, { today: about.today, tell })
  if (form === 'consultation' && own.closesOn === undefined) {
    tell('missingField', '意见征集没有写截止日期，不能再收意见，按“动态、公告”迁入。')
    return { ...rest, form: 'news', duty: rest.duty ?? theForm('news').duty, own: {} } as const
  }
  if (missing.length > 0)
    tell('missingField', `页面没有写${theForm(form).label}应填的${missing.join('、')}，迁入后可修改补上。`)
  return { ...rest, form, duty: rest.duty ?? theForm(form).duty, own }
}

function numbersOf(say: Say) {
  const [number, index] = [oneLine(say('documentNumber')), oneLine(say('indexNumber'))]
  const plain = (text: string, most: number) => (/^[-—/无]*$/.test(text) ? null : text.slice(0, most))
  return { documentNumber: plain(number, 100), indexNumber: plain(index, 100) }
}

function wordsOf(say: Say) {
  const keywords = say('keywords')
    .split(/[,，;；、\s|]+/)
    .filter(word => word !== '' && word.length <= 50)
  return { keywords: [...new Set(keywords)].slice(0, 20), summary: oneLine(say('summary')).slice(0, 2000) }
}
