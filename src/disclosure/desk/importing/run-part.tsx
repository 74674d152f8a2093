import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { read, wordsOf } from '../../../desk/client.ts'
import type { SiteRunsView, SiteRunView } from '../../importing/view.ts'
import { Faults } from './faults.tsx'
import { MappingPart } from './mapping-part.tsx'
import { Progress } from './progress.tsx'
import { Samples } from './samples.tsx'
import { Start } from './start.tsx'

/** One run: how far it is, what was read, what is wrong, how it is read, and the word that keeps it. */
export function RunPart({ id, about, another }: { id: string; about: SiteRunsView; another: () => void }) {
  const run = useQuery({
    queryKey: ['site-runs', id],
    queryFn: () => read<SiteRunView>(`/site-runs/${encodeURIComponent(id)}`),
    refetchInterval: query => (isUnderWay(query.state.data) ? 1000 : false),
  })
  if (run.isError && run.data === undefined)
    return <Alert type="error" showIcon role="alert" title={wordsOf(run.error)} />
  if (run.data === undefined) return <p role="status">正在读取……</p>
  const { data } = run
  const underWay = isUnderWay(data)
  return (
    <div className="moving-in" aria-busy={underWay}>
      <p>
        <Button onClick={another}>另选一个压缩包</Button>
      </p>
      <Progress run={data} about={about} />
      {!underWay && (
        <>
          <Samples run={data} />
          <Faults run={data} />
          {data.state !== 'kept' && (
            <MappingPart key={JSON.stringify(data.mapping)} run={data} about={about} />
          )}
          <Start run={data} />
        </>
      )}
    </div>
  )
}

function isUnderWay(run: SiteRunView | undefined): boolean {
  return run?.state === 'trying' || run?.state === 'keeping'
}
