import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { Choose, useUnits } from '../../../desk/choosing/choose.tsx'
import { read, send } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths } from '../../../web/paths.ts'
import { wordsIn } from '../../projects/scope.ts'
import { ScopeFields, scopeTyped } from './scope-fields.tsx'
import { UnitsField } from './units.tsx'
import '../../../office/desk/office.css'

/** A hot matter becomes a project: what is known of the matter may stand in the address. */
export function OpenProjectPage() {
  const session = useSession()
  const hotlines = session.grants.filter(({ role }) => role === 'supervisor')
  const [hotline] = hotlines
  return (
    <>
      <title>立项 - 专项治理 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.projects()}>专项治理</Link>
      </p>
      <h1>立项</h1>
      {hotline === undefined ? (
        <p className="card">立项由热线的督办员办理，您没有这个角色。</p>
      ) : (
        <OpeningForm hotlines={hotlines} usual={hotline.agency} />
      )}
    </>
  )
}

interface Filling {
  readonly hotlines: readonly { readonly agency: string; readonly agencyName: string }[]
  readonly usual: string
}

/** What the address of the page says of the matter. */
const fromAddress = ['title', 'words', 'places', 'demands', 'matters', 'reason'] as const

function OpeningForm({ hotlines, usual }: Filling) {
  const session = useSession()
  const [asked] = useSearchParams()
  const go = useNavigate()
  const units = useUnits()
  const acting = useActing()
  const told = Object.fromEntries(
    fromAddress.flatMap(key => (asked.get(key) === null ? [] : [[key, asked.get(key) ?? '']])),
  )
  const place = `gongkai ${session.id} new project ${asked.get('title') ?? ''}`
  const filling = useTyped(place, { agency: usual, once: crypto.randomUUID(), ...told })
  const { typed, field, write, clear } = filling
  const demands = wordsIn(typed.demands ?? '')
  const submit = () =>
    acting.run(async () => {
      const { title, reason, lead, limit, agency, once } = typed
      const scope = scopeTyped(typed)
      const body = { title, reason, lead, limit, agency, once, scope, demands }
      const coUnits = wordsIn(typed.coUnits ?? '')
      const { id } = await send<{ id: string }>('POST', '/projects', { ...body, coUnits })
      clear()
      void go(deskPaths.project(id))
      return ''
    })
  return (
    <form
      className="card"
      aria-label="立项"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      {hotlines.length > 1 && (
        <Field label="热线" wrong={acting.fields.agency}>
          <select {...field('agency')}>
            {hotlines.map(({ agency, agencyName }) => (
              <option key={agency} value={agency}>
                {agencyName}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field label="专项名称" wrong={acting.fields.title}>
        <input {...field('title')} maxLength={100} required />
      </Field>
      <Field label="立项的理由" wrong={acting.fields.reason}>
        <textarea {...field('reason')} rows={3} maxLength={2000} required />
      </Field>
      <Field label="牵头单位" wrong={acting.fields.lead}>
        <Choose control={field('lead')} choices={units} write={write} />
      </Field>
      <UnitsField label="配合单位" name="coUnits" filling={filling} units={units} />
      <Field label="期限" wrong={acting.fields.limit}>
        <input {...field('limit')} type="date" required />
      </Field>
      {(typed.matters ?? '') !== '' && <p>所选热点事项的诉求全部列入，以后归入该事项的也自动列入。</p>}
      {demands.length > 0 && <p>{`点名列入 ${demands.length} 件诉求。`}</p>}
      <ScopeFields filling={filling} units={units} />
      <Trial typed={typed} agency={typed.agency ?? usual} />
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          确认立项
        </Button>
      </p>
      <Outcome acting={acting} />
    </form>
  )
}

interface Tried {
  readonly demands: number
  readonly newest: readonly { readonly number: string; readonly subject: string }[]
}

/** How many demands the rule would have caught in the last year. */
function Trial({ typed, agency }: { typed: ReturnType<typeof useTyped>['typed']; agency: string }) {
  const acting = useActing()
  const [tried, show] = useState<Tried>()
  const attempt = () =>
    acting.run(async () => {
      const { words, places, units, types, categories = [] } = scopeTyped(typed)
      const list = {
        words: words.join(' '),
        places: places.join(' '),
        units: units.join(' '),
        categories: categories[0] ?? '',
      }
      const [type] = types
      const query = new URLSearchParams({ agency, ...list, ...(type === undefined ? {} : { types: type }) })
      show(await read<Tried>(`/projects/scope?${query}`))
      return ''
    })
  return (
    <div aria-live="polite">
      <p>
        <Button onClick={() => void attempt()} loading={acting.busy}>
          试算范围
        </Button>
      </p>
      {tried !== undefined && (
        <>
          <p>{`近一年有 ${tried.demands} 件诉求在这个范围内。`}</p>
          <ul>
            {tried.newest.map(({ number, subject }) => (
              <li key={number}>{`${number}　${subject}`}</li>
            ))}
          </ul>
        </>
      )}
      <Outcome acting={acting} />
    </div>
  )
}
