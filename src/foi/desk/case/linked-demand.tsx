import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { read, send } from '../../../desk/client.ts'
import { Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths } from '../../../web/paths.ts'
import type { CaseView } from '../../view.ts'

interface Linked {
  readonly demand: {
    readonly id: string
    readonly number: string
    readonly way: 'converted' | 'convertedFrom'
  } | null
}

/** The demand of the hotline that the request was, or that it becomes where it is no request, Art. 39. */
export function LinkedDemand({ view: { request, standing } }: { view: CaseView }) {
  const address = `/hotline/requests/${request.id}/demand`
  const found = useQuery({
    queryKey: ['demand of request', request.id],
    queryFn: () => read<Linked>(address),
  })
  const acting = useActing()
  const [code, show] = useState('')
  const demand = found.data?.demand ?? null
  const { outcome } = standing
  const petition = outcome?.kind === 'unprocessed' && outcome.ground === 'petition'
  if (demand === null && !petition) return null
  return (
    <section className="card" aria-label="12345诉求">
      <h2>12345诉求</h2>
      {demand !== null && (
        <p>
          {demand.way === 'converted' ? '由诉求 ' : '已转为诉求 '}
          <Link to={deskPaths.demand(demand.id)}>{demand.number}</Link>
          {demand.way === 'converted' ? ' 转来。' : '。'}
        </p>
      )}
      {code !== '' && (
        <p role="status">
          {'诉求的查询码 '}
          <span className="once">{code}</span>
          {'，只显示这一次，请告知申请人。'}
        </p>
      )}
      {demand === null && (
        <>
          <p>属于信访、投诉、举报的，可以连同内容和联系方式转到热线办理（《条例》第三十九条）。</p>
          <Button
            loading={acting.busy}
            onClick={() =>
              void acting.run(async () => {
                show((await send<{ readonly trackingCode: string }>('POST', address, {})).trackingCode)
                return '已转为12345诉求。'
              })
            }
          >
            转为12345诉求
          </Button>
        </>
      )}
      <Outcome acting={acting} />
    </section>
  )
}
