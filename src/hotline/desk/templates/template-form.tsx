import { Button, Popconfirm } from 'antd'
import { send } from '../../../desk/client.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { type AnswerTemplate, knownPlaces, mostOfTemplate, placesIn } from '../../templates/template.ts'

/** A unit for which somebody keeps templates. */
interface Unit {
  readonly agency: string
  readonly agencyName: string
}

interface Editing {
  /** The template that is changed; undefined where one is made. */
  readonly template: AnswerTemplate | undefined
  readonly units: readonly Unit[]
  readonly done: () => void
}

/** Makes a template or changes one; what is typed stays in this browser until it is kept. */
export function TemplateForm({ template, units, done }: Editing) {
  const acting = useActing()
  const first = units[0]?.agency ?? ''
  const usual = template === undefined ? { unit: first } : { name: template.name, words: template.words }
  const place = template === undefined ? 'new' : `${template.id} ${template.version}`
  const { typed, field, clear } = useTyped(`gongkai answer template ${place}`, usual)
  const title = template === undefined ? '新建模板' : `修改模板：${template.name}`
  const { name = '', words = '', unit = first } = typed
  const path = `/hotline/templates${template === undefined ? '' : `/${template.id}/change`}`
  const about = template === undefined ? { unit } : { version: template.version }
  const save = async () => {
    const kept = await acting.run(async () => {
      await send('POST', path, { ...about, name, words })
      return '已保存。'
    })
    if (!kept) return
    clear()
    done()
  }
  return (
    <form
      className="card"
      aria-label={title}
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>{title}</h2>
      {template === undefined && units.length > 1 && (
        <Field label="单位" wrong={acting.fields.unit}>
          <select {...field('unit')} required>
            {units.map(({ agency, agencyName }) => (
              <option key={agency} value={agency}>
                {agencyName}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field label="名称" wrong={acting.fields.name}>
        <input {...field('name')} required maxLength={mostOfTemplate.name} />
      </Field>
      <Field label="内容" wrong={acting.fields.words}>
        <textarea {...field('words')} rows={6} required maxLength={mostOfTemplate.words} />
      </Field>
      <Places words={words} />
      <Outcome acting={acting} />
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          保存
        </Button>
        {template !== undefined && <Button onClick={done}>收起</Button>}
        {template !== undefined && <Retire template={template} done={done} />}
      </p>
    </form>
  )
}

/** Which places the words hold, and which of them fill themselves. */
function Places({ words }: { readonly words: string }) {
  const all = placesIn(words)
  const known: readonly string[] = knownPlaces
  const byHand = all.filter(name => !known.includes(name))
  return (
    <div aria-live="polite">
      <p>{`用花括号写需要填写的位置。反馈时由诉求自动填写的：${knownPlaces.map(name => `{${name}}`).join('、')}；其他的如{修复日期}由经办人填写，没有填写的不能反馈。`}</p>
      {byHand.length > 0 && <p>{`由经办人填写的：${byHand.join('、')}`}</p>}
    </div>
  )
}

function Retire({ template: { id, name }, done }: { readonly template: AnswerTemplate; done(): void }) {
  const acting = useActing()
  const retire = async () => {
    const retired = await acting.run(async () => {
      await send('POST', `/hotline/templates/${id}/retire`)
      return '已停用。'
    })
    if (retired) done()
  }
  return (
    <>
      <Popconfirm
        title={`停用模板“${name}”？`}
        description="停用后反馈时不再列出，已经发出的反馈不变。"
        okText="停用"
        onConfirm={() => void retire()}
      >
        <Button danger loading={acting.busy}>
          停用
        </Button>
      </Popconfirm>
      <Outcome acting={acting} />
    </>
  )
}
