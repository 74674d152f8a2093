import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Refused, send, wordsOf } from '../../../../desk/client.ts'
import { keep, kept } from '../../../../desk/kept-text.ts'
import { useSession } from '../../../../desk/session.ts'
import { Field } from '../../../../office/desk/acting.tsx'
import { roleLabel } from '../../../../office/roles.ts'
import type { ItemColleague, ItemStepOffer, ItemView } from '../../../view.ts'
import { officeMoment } from '../../office-moment.ts'
import { saveBefore } from '../../unsaved.ts'
import { useShowItem } from '../item-query.ts'
import { DocumentFinder } from './document-finder.tsx'
import type { ItemField, ItemStepSpec } from './step-spec.ts'

type Typed = Readonly<Record<string, string>>
const nothingWrong: Typed = {}

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
  const [typed, setTyped] = useState<Typed>(() => typedAt(place))
  const taking = useTaking(view, offer.step)
  const write = (change: Typed) => {
    const next = { ...typed, ...change }
    setTyped(next)
    keep(place, JSON.stringify(next))
  }
  const body = bodyOf(spec.fields, typed, people)
  const go = async () => {
    if (body === undefined || !(await taking.take(body))) return
    keep(place, '')
    done()
  }
  return (
    <form
      className="step-form"
      aria-label={offer.label}
      onSubmit={event => {
        event.preventDefault()
        void go()
      }}
    >
      {spec.about !== undefined && <p>{spec.about}</p>}
      {spec.fields.map(field => (
        <Field key={field.name} label={labelOf(field)} wrong={taking.fields[field.name]}>
          <Control field={field} value={typed[field.name] ?? ''} write={write} people={people} />
        </Field>
      ))}
      {taking.refusal !== '' && <Alert type="error" showIcon role="alert" title={taking.refusal} />}
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={taking.busy} disabled={body === undefined}>
          {`确认${offer.label}`}
        </Button>
        <Button onClick={done}>收起</Button>
      </p>
    </form>
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
    return <DocumentFinder value={value} choose={choose} />
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

function typedAt(place: string): Typed {
  try {
    const found: unknown = JSON.parse(kept(place) ?? '{}')
    if (typeof found !== 'object' || found === null) return {}
    return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)]))
  } catch {
    return {}
  }
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

/** Takes a step at the version that is shown, after what was typed into the draft is saved. */
function useTaking({ item: { id }, standing }: ItemView, step: ItemStepOffer['step']) {
  const [state, setState] = useState({ busy: false, refusal: '', fields: nothingWrong })
  const show = useShowItem()
  const queries = useQueryClient()
  const take = async (body: Readonly<Record<string, unknown>>) => {
    setState({ busy: true, refusal: '', fields: {} })
    try {
      if (!(await saveBefore(id))) throw new Error('稿件尚未保存，请先处理编辑区的提示。')
      const { version } = standing
      show(await send<ItemView>('POST', `/items/${id}/steps/${step}`, { ...body, version }))
      setState({ busy: false, refusal: '', fields: {} })
      return true
    } catch (cause) {
      if (cause instanceof Refused && cause.status === 409) {
        await queries.invalidateQueries({ queryKey: ['item', id] })
      }
      setState({ busy: false, refusal: wordsOf(cause), fields: {} })
      return false
    }
  }
  return { ...state, take }
}
