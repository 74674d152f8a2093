import { useSession } from '../../../../desk/session.ts'
import { type Taking, useStep } from '../../../../desk/steps/step.ts'
import { StepFrame } from '../../../../desk/steps/step-frame.tsx'
import { type Typed, useTyped } from '../../../../desk/steps/typed.ts'
import { Field } from '../../../../office/desk/acting.tsx'
import { roleLabel } from '../../../../office/roles.ts'
import type { ItemColleague, ItemStepOffer, ItemView } from '../../../view.ts'
import { DocumentFinder } from '../../document-finder.tsx'
import { officeMoment } from '../../office-moment.ts'
import { saveBefore } from '../../unsaved.ts'
import { useShowItem } from '../item-query.ts'
import type { ItemField, ItemStepSpec } from './step-spec.ts'

interface Filled {
  readonly view: ItemView
  readonly offer: ItemStepOffer
  readonly spec: ItemStepSpec
  readonly people: readonly ItemColleague[]
  readonly done: () => void
}

/** A step's form; nothing happens before it is confirmed, and what is typed stays until it is done. */
export function ItemStepForm({ view, offer, spec, people, done }: Filled) {
  const session = useSession()
  const place = `gongkai ${session.id} item ${view.item.id} ${offer.step}`
  const { typed, write, clear } = useTyped(place)
  const taking = useTaking(view, offer.step)
  const body = bodyOf(spec.fields, typed, people)
  const go = async () => {
    if (body === undefined || !(await taking.take(body))) return
    clear()
    done()
  }
  return (
    <StepFrame label={offer.label} about={spec.about} {...{ taking, go, done }} ready={body !== undefined}>
      {spec.fields.map(field => (
        <Field key={field.name} label={labelOf(field)} wrong={taking.fields[field.name]}>
          <Control field={field} value={typed[field.name] ?? ''} write={write} people={people} />
        </Field>
      ))}
    </StepFrame>
  )
}

function labelOf({ label, optional }: ItemField): string {
  return optional === true && !label.includes('（') ? `${label}（可以不填）` : label
}

function Control({
  field: { name, kind, hint, optional, options = [], fills },
  value,
  write,
  people,
}: {
  field: ItemField
  value: string
  write: (change: Typed) => void
  people: readonly ItemColleague[]
}) {
  const shared = { name, value, required: optional !== true }
  if (kind === 'document') {
    const choose = (id: string, words: string) =>
      write(fills === undefined || id === '' ? { [name]: id } : { [name]: id, [fills]: words })
    return (
      <DocumentFinder
        label="查找依据的文件"
        otherwise="不在本平台的，只填写下面一栏。"
        {...{ value, choose }}
      />
    )
  }
  if (kind === 'words')
    return (
      <textarea
        {...shared}
        rows={3}
        maxLength={2000}
        placeholder={hint}
        onChange={event => write({ [name]: event.target.value })}
      />
    )
  if (kind === 'choice' || kind === 'person') {
    const choices =
      kind === 'choice'
        ? options
        : people.map(({ id, name: person, roles }) => ({
            ...{ value: id, label: `${person}（${roles.map(role => roleLabel[role]).join('、')}）` },
          }))
    return (
      <select {...shared} onChange={event => write({ [name]: event.target.value })}>
        <option value="">请选择</option>
        {choices.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  const type = { line: 'text', day: 'date', moment: 'datetime-local' }[kind]
  return (
    <input
      {...shared}
      type={type}
      maxLength={500}
      placeholder={hint}
      onChange={event => write({ [name]: event.target.value })}
    />
  )
}

/** What is sent, from what was typed; undefined while something that must be said is empty. */
function bodyOf(
  fields: readonly ItemField[],
  typed: Typed,
  people: readonly ItemColleague[],
): Record<string, unknown> | undefined {
  const body: Record<string, unknown> = {}
  for (const field of fields) {
    const value = (typed[field.name] ?? '').trim()
    if (value === '' && field.optional !== true) return undefined
    if (value !== '') body[field.name] = sent(field, value, people)
  }
  return body
}

function sent({ kind, name }: ItemField, value: string, people: readonly ItemColleague[]): unknown {
  if (kind === 'moment') return officeMoment(value)
  if (name === 'open') return value === 'yes'
  if (kind !== 'person') return value
  const found = people.find(({ id }) => id === value)
  return found && { id: found.id, name: found.name }
}

/** Takes a step of an item, after what was typed into its draft is saved. */
function useTaking({ item: { id }, standing: { version } }: ItemView, step: ItemStepOffer['step']): Taking {
  const show = useShowItem()
  return useStep<ItemView>({
    ...{ path: `/items/${id}/steps/${step}`, version, queryKey: ['item', id], show },
    async before() {
      if (!(await saveBefore(id))) throw new Error('稿件尚未保存，请先处理编辑区的提示。')
    },
  })
}
