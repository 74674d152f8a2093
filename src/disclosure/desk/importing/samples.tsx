import { isItemForm, theForm } from '../../forms.ts'
import type { SiteRunView, SiteSample } from '../../importing/view.ts'

const rows: readonly (readonly [string, (sample: SiteSample) => string])[] = [
  ['页面', ({ path }) => path],
  ['标题', ({ title }) => title],
  ['发布机构', ({ agency }) => agency],
  ['信息形式', ({ form }) => (isItemForm(form) ? theForm(form).label : form)],
  ['索引号', ({ indexNumber }) => indexNumber || '（迁入时编号）'],
  ['发文字号', ({ documentNumber }) => documentNumber || '（无）'],
  ['成文日期', ({ madeOn }) => madeOn],
  ['公开日期', ({ publishedOn }) => publishedOn],
  ['主题分类', ({ theme }) => theme],
  ['附件和图片', ({ files }) => `${files} 个`],
  ['原地址', ({ old }) => old],
  ['正文开头', ({ words }) => words],
]

/** The first pages as they were understood, to be looked over before anything is kept. */
export function Samples({ run: { samples } }: { run: SiteRunView }) {
  if (samples.length === 0) return null
  return (
    <section className="card" aria-label="读出的页面">
      <h2>读出的页面（前几页）</h2>
      {samples.map((sample, at) => (
        <details key={sample.path} open={at === 0}>
          <summary>{sample.title}</summary>
          <div className="frame">
            <table className="lines">
              <tbody>
                {rows.map(([label, read]) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>{read(sample)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
    </section>
  )
}
