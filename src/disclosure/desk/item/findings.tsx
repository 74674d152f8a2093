import { useQuery } from '@tanstack/react-query'
import { read, wordsOf } from '../../../desk/client.ts'
import type { ItemFinding } from '../../checks/finding.ts'
import type { ItemView } from '../../view.ts'
import { jumpTo } from '../jump.ts'

/** What the checks notice in the draft as it was saved: each leads to its field. The text is never altered. */
export function Findings({ view }: { view: ItemView }) {
  const { id } = view.item
  const found = useQuery({
    queryKey: ['item findings', id, view.draft?.sha256],
    queryFn: () => read<readonly ItemFinding[]>(`/items/${id}/findings`),
    enabled: view.draft !== null,
  })
  if (view.draft === null) return null
  const { data = [] } = found
  const severe = data.filter(({ severity }) => severity === 'severe').length
  return (
    <section className="card" aria-label="稿件检查">
      <h2>稿件检查</h2>
      <p role="status">
        {found.isPending && '正在检查……'}
        {found.isError && `没有取回检查结果：${wordsOf(found.error)}`}
        {found.isSuccess && data.length === 0 && '没有发现问题。'}
        {data.length > 0 && `必须处理 ${severe} 处，请留意 ${data.length - severe} 处。`}
      </p>
      <ul className="findings">
        {data.map(finding => (
          <li key={`${finding.rule} ${finding.field} ${finding.at?.start ?? ''} ${finding.message}`}>
            <strong className={finding.severity === 'severe' ? 'late' : 'near'}>
              {finding.severity === 'severe' ? '必须处理' : '请留意'}
            </strong>{' '}
            <button type="button" className="plain" onClick={() => jumpTo(finding)}>
              {finding.message}
            </button>
            {finding.proposal !== undefined && <div>{`建议：${finding.proposal}`}</div>}
          </li>
        ))}
      </ul>
    </section>
  )
}
