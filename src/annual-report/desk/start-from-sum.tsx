import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { send, wordsOf } from '../../desk/client.ts'
import { deskPaths } from '../../web/paths.ts'
import { stateLabel } from '../steps.ts'
import type { RollUpView } from '../view.ts'

/** The government's own report: where it stands, or how it is begun with the sum of its agencies'. */
export function StartFromSum({ view }: { view: RollUpView }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { agency, year, ownState, refusals } = view
  const starting = useMutation({
    mutationFn: () => send<unknown>('POST', `/roll-up/${agency}/${year}/start`),
    onSuccess: async () => {
      await queries.invalidateQueries()
      navigate(deskPaths.report(agency, year))
    },
  })
  if (ownState !== null) {
    return (
      <p>
        {`本级报告：${stateLabel[ownState]}。`}
        <Link to={deskPaths.report(agency, year)}>打开本级报告</Link>
      </p>
    )
  }
  return (
    <p className="no-print">
      <Button disabled={refusals.start !== null || starting.isPending} onClick={() => starting.mutate()}>
        以汇总数开始填报
      </Button>{' '}
      <span className="why">{refusals.start ?? '所属机关的合计填入本级报告的表格，文字部分留空。'}</span>
      {starting.isError && <span role="alert">{wordsOf(starting.error)}</span>}
    </p>
  )
}
