import { Choose, useUnits } from '../../../desk/choosing/choose.tsx'
import type { Typed, useTyped } from '../../../desk/steps/typed.ts'
import { Field } from '../../../office/desk/acting.tsx'
import type { EntryContent } from '../../knowledge/entry.ts'

/** What a form of an entry shows of a content. */
export function typedOf(content: EntryContent): Typed {
  const { unit, question, variants, answer, validFrom, validUntil, reviewOn, items } = content
  return {
    ...{ question, answer, validFrom, reviewOn, unit: unit ?? '', validUntil: validUntil ?? '' },
    ...{ variants: variants.join('\n'), items: items.join('\n'), public: content.public ? '1' : '' },
  }
}

const linesOf = (text = '') =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** The content that was typed. */
export function contentOf(typed: Typed): EntryContent {
  const { question = '', answer = '', validFrom = '', reviewOn = '' } = typed
  return {
    ...{ question, answer, validFrom, reviewOn, unit: typed.unit || null },
    ...{ validUntil: typed.validUntil || null, public: typed.public === '1' },
    ...{ variants: linesOf(typed.variants), items: linesOf(typed.items) },
  }
}

interface ContentOf {
  readonly form: Pick<ReturnType<typeof useTyped>, 'typed' | 'field' | 'write'>
  readonly wrong: Readonly<Record<string, string>>
}

/** The fields of an entry's content. */
export function ContentFields({ form: { typed, field, write }, wrong }: ContentOf) {
  const units = useUnits()
  return (
    <>
      <Field label="问题" wrong={wrong['content.question']}>
        <input {...field('question')} maxLength={200} required />
      </Field>
      <Field label="群众的问法（一行一种）" wrong={wrong['content.variants']}>
        <textarea {...field('variants')} rows={3} />
      </Field>
      <Field label="答复" wrong={wrong['content.answer']}>
        <textarea {...field('answer')} rows={6} maxLength={5000} required />
      </Field>
      <Field label="负责单位" wrong={wrong['content.unit']}>
        <Choose control={field('unit')} choices={units} write={write} required={false} none="热线" />
      </Field>
      <Field label="从何日起有效" wrong={wrong['content.validFrom']}>
        <input {...field('validFrom')} type="date" required />
      </Field>
      <Field label="有效期至（长期的不填）" wrong={wrong['content.validUntil']}>
        <input {...field('validUntil')} type="date" />
      </Field>
      <Field label="何日前复核" wrong={wrong['content.reviewOn']}>
        <input {...field('reviewOn')} type="date" required />
      </Field>
      <Field label="来源：公开信息的编号（一行一条）" wrong={wrong['content.items']}>
        <textarea {...field('items')} rows={2} />
      </Field>
      <label>
        <input
          type="checkbox"
          checked={typed.public === '1'}
          onChange={event => write({ public: event.target.checked ? '1' : '' })}
        />
        {' 对外公开'}
      </label>
    </>
  )
}
