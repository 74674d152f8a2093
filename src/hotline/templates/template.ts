import { type Refusal, refuse } from '../../statute/refusal.ts'

/** 答复模板: words of an answer that a unit writes again and again, with places to fill. */
export interface AnswerTemplate {
  readonly id: string
  readonly unit: string
  readonly unitName: string
  readonly name: string
  readonly words: string
  /** Counts its changes: who changes it names the one that he saw. */
  readonly version: number
  /** ISO 8601 in UTC. */
  readonly changedAt: string
  readonly changedByName: string
  /** Is it offered no longer? */
  readonly retired: boolean
}

/** The longest name and words of a template, and the most that a unit keeps in use. */
export const mostOfTemplate = { name: 50, words: 2000, inUse: 100 } as const

/** The places that are filled from the demand itself; every other one is filled by hand. */
export const knownPlaces = ['诉求编号', '诉求标题', '地点', '登记时间', '承办单位', '反馈日期'] as const
type KnownPlace = (typeof knownPlaces)[number]

/** What stands in the known places for one demand; empty where the demand does not say. */
export type PlaceValues = Readonly<Record<KnownPlace, string>>

const place = /[{｛]([^{}｛｝\n]{1,20})[}｝]/g

/** The places that are still to be filled in these words, each once. */
export function placesIn(words: string): readonly string[] {
  return [...new Set([...words.matchAll(place)].map(([, name = '']) => name.trim()))]
}

/** The words with what the demand says in its places; a place for which it says nothing stays. */
export function filledFrom(words: string, values: PlaceValues): string {
  const known = new Map<string, string>(Object.entries(values))
  return words.replace(place, (whole, name: string) => known.get(name.trim()) || whole)
}

/** Why words are not sent yet: places in them that nobody filled. */
export function refusalOfUnfilled(words: string): Refusal | undefined {
  const open = placesIn(words)
  if (open.length === 0) return undefined
  const named = open.map(each => `{${each}}`).join('、')
  return refuse(`反馈中还有没有填写的位置：${named}。请填写或者删去后再反馈。`)
}

/** Why a template is not kept so. */
export function refusalOfTemplate({
  name,
  words,
}: Pick<AnswerTemplate, 'name' | 'words'>): Refusal | undefined {
  if (name.trim() === '') return refuse('请填写模板的名称。')
  if ([...name].length > mostOfTemplate.name) return refuse(`名称不能超过 ${mostOfTemplate.name} 字。`)
  if (words.trim() === '') return refuse('请填写模板的内容。')
  if ([...words].length > mostOfTemplate.words) return refuse(`内容不能超过 ${mostOfTemplate.words} 字。`)
  return undefined
}
