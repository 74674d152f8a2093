import { expect, test } from 'vitest'
import { type Actor, type Role, roles } from '../office/roles.ts'
import { dayOf } from '../statute/day.ts'
import { documentKey } from './document-number.ts'
import { type DraftState, draftStates, itemStandingAfter, type ShelfState, shelfStates } from './standing.ts'
import { itemStepTable, refusalOfItem } from './steps.ts'

const today = dayOf('2026-03-10')
const actor = (role: Role, agency: string): Actor => ({ id: 'x', name: 'x', grants: [{ role, agency }] })
const nothing = itemStandingAfter([])
const seen = { by: 'y', sha256: 'a' }

/** A standing in which nothing but state and role can stand in the way. */
function ready(draft: DraftState, shelf: ShelfState) {
  const reviewed = { ...seen, finding: 'open', ground: '' } as const
  const facts = { submitted: seen, reviewed, approved: seen, publicSha256: 'a' }
  return { ...nothing, ...facts, draft, shelf }
}

test('every step × state × role: only the table says what may be done, and every no says why', () => {
  let allowed = 0
  for (const line of itemStepTable) {
    for (const draft of draftStates) {
      for (const shelf of shelfStates) {
        for (const role of roles) {
          const standing = { ...ready(draft, shelf), urgentBy: line.step === 'reviewUrgent' ? 'y' : null }
          const situation = { agency: 'a', standing, draftSha256: 'a' }
          const refusal = refusalOfItem(line.step, situation, actor(role, 'a'), today)
          const may = line.draft.includes(draft) && line.shelf.includes(shelf) && line.roles.includes(role)
          expect(refusal === undefined, `${line.step} ${draft} ${shelf} ${role}`).toBe(may)
          if (refusal !== undefined) expect(refusal).toMatchObject({ law: line.law, message: /[。]$/ })
          if (may) allowed++
          expect(refusalOfItem(line.step, situation, actor(role, 'b'), today)).toBeDefined()
        }
      }
    }
  }
  expect(allowed).toBeGreaterThan(100)
})

test.each(['check', 'review', 'approve', 'publish', 'schedule'] as const)(
  'other bytes than those that were seen stop at %s',
  step => {
    const line = itemStepTable.find(each => each.step === step)
    const standing = ready(line?.draft[0] ?? 'none', 'never')
    const by = actor(line?.roles[0] ?? 'officer', 'a')
    expect(refusalOfItem(step, { agency: 'a', standing, draftSha256: 'b' }, by, today)?.message).toMatch(
      /不一致/,
    )
  },
)

const writings: readonly [string, string | null][] = [
  ['云建发〔2026〕3号', '云建发2026-3'],
  ['云建发[2026] 第03号', '云建发2026-3'],
  ['云建发（2026）３号', '云建发2026-3'],
  ['云建发【2026】3', '云建发2026-3'],
  ['云建发 2026 年第 3 号', '云建发2026-3'],
  ['国务院令第 711 号', '国务院令-711'],
  ['没有文号', null],
]
test.each(writings)('the number written %s is known as %s', (written, key) => {
  expect(documentKey(written)).toBe(key)
})
