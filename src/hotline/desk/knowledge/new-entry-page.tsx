import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useAgencies } from '../../../desk/agencies.ts'
import { send } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths } from '../../../web/paths.ts'
import { ContentFields, contentOf } from './content-fields.tsx'
import '../../../office/desk/office.css'

const writers = ['hotlineAgent', 'dispatcher', 'supervisor', 'handlingUnit']

/** An entry is drafted, by the hotline or by a unit. */
export function NewEntryPage() {
  const { grants } = useSession()
  const may = grants.some(({ role }) => writers.includes(role))
  return (
    <>
      <title>起草知识条目 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.entries()}>知识库</Link>
      </p>
      <h1>起草知识条目</h1>
      {may ? <DraftForm /> : <p className="card">知识条目由热线或者承办单位起草，您没有这个角色。</p>}
    </>
  )
}

function DraftForm() {
  const session = useSession()
  const go = useNavigate()
  const acting = useActing()
  const agencies = useAgencies()
  const own = session.grants.find(({ role }) => role !== 'handlingUnit' && writers.includes(role))?.agency
  const hotlines = agencies.filter(({ parent, standing }) => standing && parent === null)
  const usual = {
    ...{ agency: own ?? hotlines[0]?.code ?? '', once: crypto.randomUUID(), validFrom: session.today },
    unit: own === undefined ? (session.grants[0]?.agency ?? '') : '',
  }
  const form = useTyped(`gongkai ${session.id} new entry`, usual)
  const draft = () =>
    acting.run(async () => {
      const { agency = '', once } = form.typed
      const body = { agency: agency || usual.agency, once, content: contentOf(form.typed) }
      const { id } = await send<{ id: string }>('POST', '/hotline/entries', body)
      form.clear()
      await go(deskPaths.entry(id))
      return ''
    })
  return (
    <form
      className="card"
      aria-label="起草知识条目"
      onSubmit={event => {
        event.preventDefault()
        void draft()
      }}
    >
      {own === undefined && (
        <Field label="热线" wrong={acting.fields.agency}>
          <select {...form.field('agency')} required>
            {hotlines.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
      <ContentFields form={form} wrong={acting.fields} />
      <p>
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          保存草稿
        </Button>
      </p>
      <Outcome acting={acting} />
    </form>
  )
}
