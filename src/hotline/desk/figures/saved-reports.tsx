import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { send } from '../../../desk/client.ts'
import { optionsOf } from '../../../desk/list/column.ts'
import { useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths } from '../../../web/paths.ts'
import { subscriptionLabel } from '../../figures/subscription.ts'
import { useFiguresQuery } from './asked.ts'
import { IssueLink, savedReportsQuery } from './report-notices.tsx'

/** The reports that this person keeps, and keeping the one that is shown. */
export function SavedReports() {
  const { query } = useFiguresQuery()
  const acting = useActing()
  const may = useSession().grants.some(({ role }) => role !== 'auditor')
  const { typed, field, clear } = useTyped('gongkai hotline report')
  const found = useQuery(savedReportsQuery)
  const subscribe = (id: string, every: string) =>
    acting.run(async () => {
      await send('POST', `/hotline/saved-reports/${id}/subscription`, { every: every === '' ? null : every })
      return every === '' ? '已不再自动生成。' : '已订阅；到日早晨自动生成，在各页上方提醒。'
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
        {found.data?.map(({ id, name, query: kept, every, issues }) => (
          <li key={id}>
            <Link to={`${deskPaths.figures()}?${kept}`}>{name}</Link>{' '}
            <label>
              自动生成{' '}
              <select value={every ?? ''} onChange={({ target }) => void subscribe(id, target.value)}>
                <option value="">不订阅</option>
                {optionsOf(subscriptionLabel).map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>{' '}
            {issues.map(issue => (
              <span key={issue.until}>
                <IssueLink {...{ id, name, issue }} />{' '}
              </span>
            ))}
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
