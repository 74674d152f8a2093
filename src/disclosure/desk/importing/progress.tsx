import { Alert } from 'antd'
import { type SiteRunsView, type SiteRunView, siteRunStateLabel } from '../../importing/view.ts'
import { sizeInWords } from '../size.ts'

/** How far the run is, and what it counted. */
export function Progress({ run, about }: { run: SiteRunView; about: SiteRunsView }) {
  const { agency, source, fileName, sizeBytes, state, counts, why } = run
  const { pages, items, already, faulty, duplicates, warned, files, removed } = counts
  const agencyName = about.agencies.find(({ code }) => code === agency)?.name ?? agency
  const underWay = state === 'trying' || state === 'keeping'
  const kept = state === 'keeping' || state === 'kept'
  const numbers = [
    ['读出页面', pages],
    [kept ? '已迁入' : '可以迁入', items],
    ['以前已迁入', already],
    ['不能迁入', faulty],
    ['其中重复', duplicates],
    ['有提示', warned],
    ['附件和图片', files],
    ['从正文删除脚本、样式等（处）', removed],
  ] as const
  return (
    <section className="card" aria-label="迁入情况">
      <h2>{`${source}：${siteRunStateLabel[state]}`}</h2>
      <p>{`${agencyName}，${fileName}（${sizeInWords(sizeBytes)}），${run.byName}上传。`}</p>
      {underWay && <progress aria-label="正在办理" />}
      {why !== '' && <Alert type="error" showIcon role="alert" title={why} />}
      <p role="status">
        {underWay
          ? `${siteRunStateLabel[state]}，已读 ${pages} 页……可以离开本页，过后再来看。`
          : `${siteRunStateLabel[state]}，共 ${pages} 页。`}
      </p>
      <ul className="numbers">
        {numbers.map(([label, number]) => (
          <li key={label}>
            {`${label} `}
            <b>{number}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
