import type { useTyped } from '../../../desk/steps/typed.ts'
import { placesIn } from '../../templates/template.ts'
import type { DemandView } from '../../view.ts'
import { DraftCheck } from './draft-check.tsx'
import { TemplateChoice } from './template-choice.tsx'
import './drafting.css'

type Filled = Pick<ReturnType<typeof useTyped>, 'typed' | 'write'>

const checkedIn = ({ typed }: Pick<Filled, 'typed'>) => (typed.checked ?? '').split('\n').filter(Boolean)

/** What stands above the fields of the feedback: the templates of the unit. */
export function Templates({ view, typed, write }: Filled & { readonly view: DemandView }) {
  return <TemplateChoice view={view} draft={typed.words ?? ''} rewrite={words => write({ words })} />
}

/** What stands below them: the places that are still to be filled, and what the checks notice. */
export function Drafting({ typed, write }: Filled) {
  const draft = typed.words ?? ''
  const open = placesIn(draft)
  const rewrite = (words: string) => write({ words })
  return (
    <>
      {open.length > 0 && (
        <p
          className="late"
          role="status"
        >{`还没有填写的位置：${open.map(name => `{${name}}`).join('、')}`}</p>
      )}
      <DraftCheck
        checked={checkedIn({ typed })}
        check={checked => write({ checked: checked.join('\n') })}
        {...{ draft, rewrite }}
      />
    </>
  )
}

/** What is sent of a feedback beside its fields: the personal data that were said to be checked. */
export function draftedBody(typed: Filled['typed']): { readonly checked: readonly string[] } {
  return { checked: checkedIn({ typed }) }
}
