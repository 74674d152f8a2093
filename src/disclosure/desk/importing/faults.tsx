import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { read } from '../../../desk/client.ts'
import { hinders, type SiteFaultKind, siteFaultKinds, siteFaultLabel } from '../../importing/fault.ts'
import { mostSiteFaults, type SiteFaultsPage, type SiteRunView } from '../../importing/view.ts'

const size = 50

/** What is wrong, page by page, in the order of the archive; by kind, and as a file. */
export function Faults({ run }: { run: SiteRunView }) {
  const [kind, setKind] = useState<SiteFaultKind>()
  const [page, setPage] = useState(1)
  const asked = new URLSearchParams({
    page: String(page),
    size: String(size),
    ...(kind === undefined ? {} : { kind }),
  })
  const found = useQuery({
    queryKey: ['site-runs', run.id, 'faults', run.state, kind, page],
    queryFn: () => read<SiteFaultsPage>(`/site-runs/${run.id}/faults?${asked}`),
    placeholderData: keepPreviousData,
  })
  if (run.faultCount === 0)
    return (
      <section className="card" aria-label="逐页问题">
        <h2>逐页问题</h2>
        <p>没有发现问题。</p>
      </section>
    )
  const kinds = siteFaultKinds.filter(each => (run.counts.byKind[each] ?? 0) > 0)
  const sheet = (format: string) =>
    `/api/v1/site-runs/${run.id}/faults/sheet/${format}${kind === undefined ? '' : `?kind=${kind}`}`
  const total = found.data?.total ?? 0
  return (
    <section className="card" aria-label="逐页问题">
      <h2>逐页问题</h2>
      <p>
        “不能迁入”的页面不迁入，改正后再试读；“提示”的照样迁入。
        {run.faultCount >= mostSiteFaults && `这里和导出的表列出前 ${mostSiteFaults} 条。`}
      </p>
      <p>
        <label htmlFor="fault-kind">只看 </label>
        <select
          id="fault-kind"
          className="field"
          value={kind ?? ''}
          onChange={({ target: { value } }) => {
            setKind(siteFaultKinds.find(each => each === value))
            setPage(1)
          }}
        >
          <option value="">全部</option>
          {kinds.map(each => (
            <option key={each} value={each}>
              {`${hinders({ kind: each }) ? '不能迁入' : '提示'}：${siteFaultLabel(each)}（${run.counts.byKind[each]}）`}
            </option>
          ))}
        </select>{' '}
        <a href={sheet('xlsx')}>导出 Excel</a> <a href={sheet('csv')}>导出 CSV</a>
      </p>
      <Table faults={found.data?.faults ?? []} />
      {total > size && (
        <p>
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
            上一页
          </Button>{' '}
          <Button disabled={page * size >= total} onClick={() => setPage(page + 1)}>
            下一页
          </Button>{' '}
          {`第 ${page} 页，共 ${Math.ceil(total / size)} 页`}
        </p>
      )}
    </section>
  )
}

function Table({ faults }: { faults: SiteFaultsPage['faults'] }) {
  return (
    <div className="frame">
      <table className="lines cards">
        <thead>
          <tr>
            <th scope="col">页面</th>
            <th scope="col">问题</th>
            <th scope="col">页面中的内容</th>
            <th scope="col">说明和办法</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ path, kind, value, message }) => (
            <tr key={`${path} ${kind} ${value} ${message}`}>
              <td>{path}</td>
              <td className={hinders({ kind }) ? 'late' : 'near'}>{siteFaultLabel(kind)}</td>
              <td className="samples">{value}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
