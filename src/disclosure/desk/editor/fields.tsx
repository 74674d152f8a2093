import { Field } from '../../../office/desk/acting.tsx'
import { isDay } from '../../../statute/day.ts'
import { dutyKindLabel, dutyKinds, genres, themes } from '../../../statute/proactive.ts'
import { itemForms, type OwnField, theForm } from '../../forms.ts'
import type { ItemContent } from '../../item.ts'
import { fieldId } from '../jump.ts'
import type { Typing } from './draft-state.ts'

type Filling = Pick<Typing, 'content' | 'change'>

/** The fields that every item has, and those of its form. */
export function DraftFields({ content, change }: Filling) {
  const both = { content, change }
  return (
    <div className="draft-fields">
      <Line field="title" label="标题" most={300} {...both} />
      <Kinds {...both} />
      <Field label="发文字号（没有的不填）">
        <input
          id={fieldId('documentNumber')}
          maxLength={100}
          value={content.documentNumber ?? ''}
          onChange={({ target: { value } }) => change({ documentNumber: value === '' ? null : value })}
        />
      </Field>
      <Field label="成文日期">
        <input
          id={fieldId('madeOn')}
          type="date"
          value={content.madeOn ?? ''}
          onChange={({ target: { value } }) => change({ madeOn: isDay(value) ? value : null })}
        />
      </Field>
      <Words field="jointMakers" label="联合发文机关（用顿号分开）" {...both} />
      <Words field="keywords" label="关键词（用顿号分开）" {...both} />
      <Line field="series" label="专栏、专题" most={100} {...both} />
      {theForm(content.form).fields.map(own => (
        <Own key={own.key} own={own} {...both} />
      ))}
      <Field label="摘要">
        <textarea
          id={fieldId('summary')}
          rows={3}
          maxLength={2000}
          value={content.summary}
          onChange={event => change({ summary: event.target.value })}
        />
      </Field>
    </div>
  )
}

/** What kind of information it is: its form, its kind by Art. 20, its theme and genre. */
function Kinds({ content: { form, duty, theme, genre }, change }: Filling) {
  const formNames = itemForms.map(each => [each, theForm(each).label] as const)
  const dutyNames = dutyKinds.map(each => [each, dutyKindLabel[each]] as const)
  const toForm = (next: ItemContent['form']) => change({ form: next, duty: theForm(next).duty })
  return (
    <>
      <Choice label="信息形式" field="form" value={form} options={formNames} change={toForm} />
      <Choice
        label="公开内容类别（第二十条）"
        field="duty"
        value={duty}
        options={dutyNames}
        change={next => change({ duty: next })}
      />
      <Choice
        label="主题分类"
        field="theme"
        value={theme}
        options={themes.map(each => [each, each] as const)}
        change={next => change({ theme: next })}
      />
      <Choice
        label="体裁"
        field="genre"
        value={genre}
        options={genres.map(each => [each, each] as const)}
        change={next => change({ genre: next })}
      />
    </>
  )
}

function Line({
  field,
  label,
  most,
  content,
  change,
}: Filling & { field: 'title' | 'series'; label: string; most: number }) {
  return (
    <Field label={label}>
      <input
        id={fieldId(field)}
        maxLength={most}
        value={content[field]}
        onChange={event => change({ [field]: event.target.value })}
      />
    </Field>
  )
}

/** Several words in a line; they are taken apart when the field is left, so that one may type the marks between them. */
function Words({
  field,
  label,
  content,
  change,
}: Filling & { field: 'jointMakers' | 'keywords'; label: string }) {
  const said = content[field].join('、')
  return (
    <Field label={label}>
      <input
        key={said}
        id={fieldId(field)}
        defaultValue={said}
        onBlur={({ target: { value } }) => {
          const words = value.split(/[、，,；;]/).map(each => each.trim())
          if (value !== said) change({ [field]: words.filter(each => each !== '') })
        }}
      />
    </Field>
  )
}

function Own({ own: { key, label, kind, required }, content, change }: Filling & { own: OwnField }) {
  const shared = {
    id: fieldId(`own.${key}`),
    value: content.own[key] ?? '',
    onChange: ({ target: { value } }: { target: { value: string } }) =>
      change({ own: without(content.own, key, value) }),
  }
  return (
    <Field label={`${label}${required ? '' : '（可以不填）'}`}>
      {kind === 'long' ? (
        <textarea rows={3} maxLength={5000} {...shared} />
      ) : (
        <input
          type={{ text: 'text', day: 'date', number: 'number' }[kind]}
          {...(kind === 'number' ? { step: 'any' } : { maxLength: 5000 })}
          {...shared}
        />
      )}
    </Field>
  )
}

function without(own: ItemContent['own'], key: string, value: string): ItemContent['own'] {
  const { [key]: _, ...rest } = own
  return value === '' ? rest : { ...rest, [key]: value }
}

function Choice<T extends string>({
  label,
  field,
  value,
  options,
  change,
}: {
  label: string
  field: string
  value: T
  options: readonly (readonly [T, string])[]
  change: (value: T) => void
}) {
  return (
    <Field label={label}>
      <select
        id={fieldId(field)}
        value={value}
        onChange={event => {
          const chosen = options.find(([each]) => each === event.target.value)
          if (chosen !== undefined) change(chosen[0])
        }}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  )
}
