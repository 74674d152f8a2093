import type { useTyped } from '../../../desk/steps/typed.ts'
import { Field } from '../../../office/desk/acting.tsx'
import { longest } from '../../demand.ts'
import type { LiveHelp } from '../../live/help.ts'
import { DemandsBeside } from './demands-beside.tsx'

interface Calling extends Pick<ReturnType<typeof useTyped>, 'typed' | 'field' | 'write'> {
  readonly help: LiveHelp | undefined
  /** What is wrong in which field. */
  readonly wrong: Readonly<Record<string, string | undefined>>
}

/** At the left: who calls, and what he wanted before. */
export function CallerColumn({ typed, field, write, help, wrong }: Calling) {
  return (
    <section className="card" aria-label="来电人">
      <h2>来电人</h2>
      <Field label="电话（可以不填）" wrong={wrong['caller.phone']}>
        <input {...field('phone')} type="tel" maxLength={longest.phone} />
      </Field>
      <Field label="来电人姓名（可以不填）" wrong={wrong['caller.name']}>
        <input {...field('name')} maxLength={longest.name} />
      </Field>
      <label>
        <input
          type="checkbox"
          checked={typed.confidential === '1'}
          onChange={event => write({ confidential: event.target.checked ? '1' : '' })}
        />
        {' 来电人要求保密'}
      </label>
      <div aria-live="polite">
        <Earlier help={typed.phone ? help : undefined} />
      </div>
    </section>
  )
}

function Earlier({ help }: Pick<Calling, 'help'>) {
  if (help === undefined) return <p>填写号码后，这里显示来电人以前的诉求。</p>
  const { earlier, earlierTotal, earlierConfidential } = help
  return (
    <>
      <h3>{`以前的诉求${earlierTotal > 0 ? `（${earlierTotal} 件）` : ''}`}</h3>
      {(earlier.length > 0 || earlierConfidential === 0) && <DemandsBeside lines={earlier} none="没有。" />}
      {earlierConfidential > 0 && <p>{`有 ${earlierConfidential} 件要求保密，不在这里显示。`}</p>}
    </>
  )
}
