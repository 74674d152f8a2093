import type { useTyped } from '../../../desk/steps/typed.ts'
import { DraftCheck } from './draft-check.tsx'
import './drafting.css'

type Filled = Pick<ReturnType<typeof useTyped>, 'typed' | 'write'>

const checkedIn = ({ typed }: Pick<Filled, 'typed'>) => (typed.checked ?? '').split('\n').filter(Boolean)

/** What helps to write the feedback: its checks. */
export function Drafting({ typed, write }: Filled) {
  return (
    <DraftCheck
      draft={typed.words ?? ''}
      checked={checkedIn({ typed })}
      check={checked => write({ checked: checked.join('\n') })}
      rewrite={words => write({ words })}
    />
  )
}

/** What is sent of a feedback beside its fields: the personal data that were said to be checked. */
export function draftedBody(typed: Filled['typed']): { readonly checked: readonly string[] } {
  return { checked: checkedIn({ typed }) }
}
