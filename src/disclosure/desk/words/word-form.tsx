import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { send } from '../../../desk/client.ts'
import { choosing } from '../../../desk/list/address.ts'
import { useSession } from '../../../desk/session.ts'
import { type Typed, useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import type { WordLine } from './lists.ts'

/** Adds a watched word, or changes the one that is given. */
export function WordForm({ word }: { word?: WordLine }) {
  const acting = useActing()
  const navigate = useNavigate()
  const about = word === undefined ? 'new' : `${word.id} ${word.changedAt}`
  const filling = useTyped(`gongkai ${useSession().id} word ${about}`, usualOf(word))
  const save = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = (name: string) => (filling.typed[name] ?? '').trim()
    const to = text('to')
    const body = {
      ...{ word: text('word'), right: text('right'), severity: text('severity'), why: text('why') },
      ...{ from: text('from') === '' ? '1949-10-01' : text('from'), to: to === '' ? null : to },
    }
    const done = await acting.run(async () => {
      if (word === undefined) await send('POST', '/words', body)
      else await send('PUT', `/words/${word.id}`, body)
      filling.clear()
      return word === undefined
        ? `已增加“${body.word}”，已公开的内容正在重新检查。`
        : '已修改，已公开的内容正在重新检查。'
    })
    if (done && word !== undefined) navigate(choosing(undefined))
  }
  const fields = <Fields field={filling.field} wrong={acting.fields} />
  const form = (
    <form onSubmit={event => void save(event)} className="no-print">
      {fields}
      <Outcome acting={acting} />
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          {word === undefined ? '增加' : '保存修改'}
        </Button>
        {word !== undefined && <Link to={choosing(undefined)}>取消</Link>}
      </p>
    </form>
  )
  if (word !== undefined) {
    return (
      <section className="card" aria-label={`修改“${word.word}”`}>
        <h2>{`修改“${word.word}”`}</h2>
        {form}
      </section>
    )
  }
  return (
    <details className="card no-print">
      <summary>增加错敏词</summary>
      {form}
    </details>
  )
}

function usualOf(word: WordLine | undefined): Typed {
  if (word === undefined) return { severity: 'mild' }
  const { word: wrong, right, severity, why, from, to } = word
  return { word: wrong, right, severity, why, from: from === '1949-10-01' ? '' : from, to: to ?? '' }
}

interface Filled {
  readonly field: ReturnType<typeof useTyped>['field']
  readonly wrong: Readonly<Record<string, string>>
}

function Fields({ field, wrong }: Filled) {
  return (
    <>
      <Field label="错误用语（# 代表一个数字，如“截止#”）" wrong={wrong.word}>
        <input {...field('word')} maxLength={60} required />
      </Field>
      <Field label="正确用语（不能一概而论的，可以不填，由人核对）" wrong={wrong.right}>
        <input {...field('right')} maxLength={100} />
      </Field>
      <Field label="程度" wrong={wrong.severity}>
        <select {...field('severity')}>
          <option value="mild">提示：不影响发布</option>
          <option value="severe">严重：改正或者由第二人说明理由后才能发布</option>
        </select>
      </Field>
      <Field label="说明（为什么错，出自哪个文件）" wrong={wrong.why}>
        <input {...field('why')} maxLength={200} />
      </Field>
      <Field label="起始日期（成文日期在这一天及以后的才报出；不填为一直）" wrong={wrong.from}>
        <input {...field('from')} type="date" />
      </Field>
      <Field label="停用日期（可以不填）" wrong={wrong.to}>
        <input {...field('to')} type="date" />
      </Field>
    </>
  )
}
