import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { read, send } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths } from '../../../web/paths.ts'
import { useFiguresQuery } from './asked.ts'

interface Saved {
  readonly id: string
  readonly name: string
  readonly query: string
}

/** The reports that this person keeps, and keeping the one that is shown. */
export function SavedReports() {
  const { query } = useFiguresQuery()
  const acting = useActing()
  const may = useSession().grants.some(({ role }) => role !== 'auditor')
  const { typed, field, clear } = useTyped('gongkai hotline report')
  const found = useQuery({
    queryKey: ['saved reports'],
    queryFn: () => read<readonly Saved[]>('/hotline/saved-reports'),
  })
  const save = () =>
    acting.run(async () => {
      await send('POST', '/hotline/saved-reports', { name: typed.name ?? '', query: query.toString() })
      clear()
      return '已保存报表的条件；每次打开都按最新情况统计。'
    })
  const drop = (id: string) =>
    acting.run(async () => {
      await send('DELETE', `/hotline/saved-reports/${id}`)
      return '已删除。'
    })
  if (!may) return null
  return (
    <details className="card no-print">
      <summary>{`我的报表（${found.data?.length ?? 0}）`}</summary>
      {found.data?.length === 0 && <p>还没有保存的报表。选好下面的条件，填写名称后保存。</p>}
      <ul>
        {found.data?.map(({ id, name, query: kept }) => (
          <li key={id}>
            <Link to={`${deskPaths.figures()}?${kept}`}>{name}</Link>{' '}
            <Button size="small" aria-label={`删除报表${name}`} onClick={() => void drop(id)}>
              删除
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="actions"
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <label>
          名称 <input {...field('name')} maxLength={50} required />
        </label>
        <Button htmlType="submit" loading={acting.busy}>
          保存当前报表
        </Button>
      </form>
      <Outcome acting={acting} />
    </details>
  )
}
