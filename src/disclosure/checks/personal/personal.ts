import type { ItemFinding } from '../finding.ts'
import { type FieldText, halfWidth } from '../plain.ts'
import type { PersonalFind } from './a-find.ts'
import { addressesIn } from './address.ts'
import { idNumbersIn } from './id-number.ts'
import { minorsIn } from './minors.ts'
import { bankCardsIn, mailsIn, mobilesIn, papersIn } from './numbers.ts'

/** Personal data in a text, in the order of its places; what lies within another find is told once. Art. 15. */
export function personalIn(text: string): readonly PersonalFind[] {
  const half = halfWidth(text)
  const all = [idNumbersIn, bankCardsIn, mobilesIn, papersIn, mailsIn, addressesIn, minorsIn].flatMap(rule =>
    rule(half),
  )
  const sorted = all.toSorted((a, b) => a.start - b.start || b.text.length - a.text.length)
  const found: PersonalFind[] = []
  for (const one of sorted) {
    const last = found.at(-1)
    if (last !== undefined && one.start < last.start + last.text.length) continue
    found.push({ ...one, text: text.slice(one.start, one.start + one.text.length) })
  }
  return found
}

/** Fields that say how the office itself is reached. */
const ofTheOffice: readonly string[] = ['own.address', 'own.phone', 'own.contact', 'own.place', 'own.hours']

/** Personal data in the fields of an item. */
export function personalFindings(texts: readonly FieldText[]): readonly ItemFinding[] {
  return texts.flatMap(({ field, label, text }) =>
    personalIn(text).map(({ rule, severity, start, text: words, what, proposal }): ItemFinding => {
      const office = ofTheOffice.includes(field)
      return {
        ...{ rule, field, at: { start, text: words }, proposal },
        severity: office ? 'mild' : severity,
        message:
          severity === 'mild' || office
            ? `${label}中的“${words}”可能是${what}：如属于个人，请改为“${proposal}”；如属于机关对外办公，可以保留。`
            : `${label}中的“${words}”是${what}，请删去或者改为“${proposal}”。`,
      }
    }),
  )
}
