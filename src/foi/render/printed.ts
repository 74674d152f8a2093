import { inChinese } from '../../statute/day.ts'
import type { Letter } from '../letters/letter.ts'
import { oneLine, paragraphsOf } from '../letters/words.ts'

/** A letter as it stands on paper, GB/T 9704-2012, whatever the format. */
export interface PrintedLetter {
  /** 发文机关标志. */
  readonly agency: string
  /** 发文字号; what is not sent yet says so. */
  readonly number: string
  readonly title: string
  readonly addressee: string
  readonly paragraphs: readonly string[]
  readonly day: string
  /** 版记: who printed it and when, on a letter to another agency; a letter to a person has none. */
  readonly printed: string | null
}

/** The letter's lines in their order on paper; letters frozen before may hold several lines in a paragraph. */
export function printedLetter(letter: Letter): PrintedLetter {
  const { kind, agency, number, title, addressee, paragraphs, on } = letter
  const printed = kind === 'coMaker' ? `${inChinese(on)}印发` : null
  return {
    ...{ agency, number: number ?? '草稿，未编号', title, addressee: `${oneLine(addressee)}：` },
    ...{ paragraphs: paragraphs.flatMap(paragraphsOf), day: inChinese(on), printed },
  }
}
