import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { send } from '../../../desk/client.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { dutyKindLabel } from '../../../statute/proactive.ts'
import { deskPaths } from '../../../web/paths.ts'
import { isItemForm, itemForms, theForm } from '../../forms.ts'
import type { ItemChoices } from '../../view.ts'

interface Beginning {
  readonly agencies: ItemChoices['agencies']
  /** The words under which the public looks for it: they stand among the keywords. */
  readonly keyword?: string | undefined
}

/** Begins an item: for which agency, in which form; then its page opens. */
export function NewItem({ agencies, keyword }: Beginning) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        起草新的信息
      </Button>
      <Modal title="起草新的信息" open={open} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Begin agencies={agencies} keyword={keyword} />
      </Modal>
    </>
  )
}

function Begin({ agencies, keyword }: Beginning) {
  const [agency, setAgency] = useState(agencies[0]?.code ?? '')
  const [form, setForm] = useState('document')
  const acting = useActing()
  const navigate = useNavigate()
  const chosen = isItemForm(form) ? theForm(form) : undefined
  const begin = () =>
    acting.run(async () => {
      const { id } = await send<{ id: string }>('POST', '/items', {
        ...{ agency, form },
        ...(keyword === undefined ? {} : { keywords: [keyword] }),
      })
      navigate(deskPaths.item(id))
      return '已建立。'
    })
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void begin()
      }}
    >
      {agencies.length > 1 && (
        <Field label="机关" wrong={acting.fields.agency}>
          <select value={agency} onChange={event => setAgency(event.target.value)}>
            {agencies.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field label="信息形式" wrong={acting.fields.form}>
        <select value={form} onChange={event => setForm(event.target.value)}>
          {itemForms.map(each => (
            <option key={each} value={each}>
              {theForm(each).label}
            </option>
          ))}
        </select>
      </Field>
      {keyword !== undefined && <p>{`“${keyword}”将列入关键词，公众以后搜得到。`}</p>}
      {chosen !== undefined && (
        <p>
          {`通常属于“${dutyKindLabel[chosen.duty]}”，可以在稿件中改。`}
          {chosen.fields.length > 0 && `另有：${chosen.fields.map(({ label }) => label).join('、')}。`}
        </p>
      )}
      <Button type="primary" htmlType="submit" loading={acting.busy}>
        开始起草
      </Button>
      <Outcome acting={acting} />
    </form>
  )
}
