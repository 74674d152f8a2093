import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { send } from '../../../desk/client.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths } from '../../../web/paths.ts'
import type { MatterView } from '../../topics/hot.ts'

/** Corrections of a matter by hand: no later run undoes them. */
export function Corrections({
  view,
  chosen,
  done,
}: {
  view: MatterView
  chosen: readonly string[]
  done: () => void
}) {
  const acting = useActing()
  const go = useNavigate()
  const queries = useQueryClient()
  const { typed, field, clear } = useTyped(`gongkai matter ${view.id}`, { title: view.title })
  const correct = (body: object, said: string) =>
    acting.run(async () => {
      const { id } = await send<{ id: string }>('POST', `/hotline/topics/${view.id}/corrections`, body)
      clear()
      done()
      if (id !== view.id) {
        await queries.invalidateQueries()
        await go(deskPaths.matter(id))
      }
      return said
    })
  return (
    <section className="card no-print" aria-label="更正">
      <h2>更正</h2>
      <p>
        更正后，涉及的事项中现有的诉求都按人工认定，以后自动归集和重新归集都不再移动；新来的诉求照常归入。
      </p>
      <p>
        <Button
          disabled={chosen.length === 0}
          onClick={() => void correct({ kind: 'takeOut', demands: chosen }, '已移出，成为单独的事项。')}
        >
          {`移出选中的 ${chosen.length} 件，成为单独的事项`}
        </Button>
      </p>
      <Field label="归入或者合并：诉求编号" wrong={acting.fields.number}>
        <input {...field('number')} maxLength={100} placeholder="如 20260120-00031" />
      </Field>
      <p className="actions">
        <Button
          loading={acting.busy}
          onClick={() => void correct({ kind: 'putIn', number: typed.number ?? '' }, '已归入。')}
        >
          归入这一件
        </Button>
        <Button
          loading={acting.busy}
          onClick={() => void correct({ kind: 'merge', number: typed.number ?? '' }, '已合并。')}
        >
          合并它所在的整个事项
        </Button>
      </p>
      <Field label="事项名称" wrong={acting.fields.title}>
        <input {...field('title')} maxLength={100} />
      </Field>
      <Button
        loading={acting.busy}
        onClick={() => void correct({ kind: 'rename', title: typed.title ?? '' }, '已改名。')}
      >
        改名
      </Button>
      <Outcome acting={acting} />
    </section>
  )
}
