import type { Letter, LetterKind } from './letters/letter.ts'
import type { Applicant } from './request.ts'

/** Who asks as the screen shows it: enough to tell two apart, not enough to know either. */
export interface MaskedApplicant {
  readonly name: string
  readonly document: string
  readonly contact: string
  readonly address: string
  readonly agent: string | null
}

/** The surname, or of an organisation the first two and the last two characters; the ends of a number. */
export function masked(applicant: Applicant): MaskedApplicant {
  const { name, document, contact, address, agent } = applicant
  return {
    ...{ name: maskedName(name), document: ends(document, 0, 4), contact: ends(contact, 3, 2) },
    address: address === '' ? '' : ends(address, 3, 0),
    agent: agent === null ? null : maskedName(agent.name),
  }
}

/** 演** for 演申请; 云川**公司 for a long name. */
export function maskedName(name: string): string {
  const characters = [...name.trim()]
  if (characters.length <= 4) return `${characters[0] ?? ''}${'*'.repeat(Math.max(1, characters.length - 1))}`
  return `${characters.slice(0, 2).join('')}**${characters.slice(-2).join('')}`
}

/** Letters that go to others than the applicant: their addressee is nobody's secret. */
const toOthers: readonly LetterKind[] = ['thirdParty', 'coMaker', 'thirdPartyTold']

/** A letter as the screen shows it: whom it is addressed to is masked where that is the applicant. */
export function maskedLetter(letter: Letter): Letter {
  if (toOthers.includes(letter.kind)) return letter
  return { ...letter, addressee: maskedName(letter.addressee) }
}

function ends(text: string, first: number, last: number): string {
  const characters = [...text.trim()]
  if (characters.length <= first + last) return '*'.repeat(characters.length)
  const middle = '*'.repeat(Math.min(8, characters.length - first - last))
  return `${characters.slice(0, first).join('')}${middle}${last === 0 ? '' : characters.slice(-last).join('')}`
}
