import { Link } from 'react-router'
import { dayOrDash } from '../../../desk/moment.ts'
import { addDays } from '../../../statute/day.ts'
import { deskPaths } from '../../../web/paths.ts'
import { comparisons, percentChange, ratioInWords, totalOf } from '../../projects/effect-words.ts'
import type { MeasuredEffect, ProjectView } from '../../projects/view.ts'
import { daysOf, effectWindowLabel, effectWindows } from '../../projects/windows.ts'

/** What the project did to its demands: counts that open to demands, ratios with intervals, and how they are made. */
export function EffectPart({ view: { id, measured } }: { view: ProjectView }) {
  return (
    <section className="card" aria-label="治理效果">
      <h2>治理效果</h2>
      {measured === null && <p>方案同意以后开始计算。</p>}
      {measured !== null && (
        <>
          {measured.windows.underway && <p>治理措施还在实施，“治理后”暂从同意方案的次日算起。</p>}
          <Counts id={id} measured={measured} />
          <Ratios measured={measured} />
        </>
      )}
    </section>
  )
}

function Counts({ id, measured: { windows, scope, rest } }: { id: string; measured: MeasuredEffect }) {
  return (
    <table className="grid">
      <caption>专项诉求和全市其他诉求（件）</caption>
      <thead>
        <tr>
          <th scope="col">时段</th>
          <th scope="col">专项诉求</th>
          <th scope="col">平均每周</th>
          <th scope="col">全市其他</th>
        </tr>
      </thead>
      <tbody>
        {effectWindows.map(window => {
          const { from, until } = daysOf(windows[window])
          const { weeks } = windows[window]
          const demands = totalOf(scope[window])
          return (
            <tr key={window}>
              <th scope="row">
                {effectWindowLabel[window]}
                <br />
                <small>
                  {weeks === 0
                    ? `${dayOrDash(from)}起，还不满一周`
                    : `${dayOrDash(from)}至${dayOrDash(addDays(until, -1))}，${weeks} 周`}
                </small>
              </th>
              <td>
                <Link to={deskPaths.projectDemands(id, { window })}>{demands}</Link>
              </td>
              <td>{weeks === 0 ? '—' : (demands / weeks).toFixed(1)}</td>
              <td>{totalOf(rest[window])}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Ratios({ measured: { effect } }: { measured: MeasuredEffect }) {
  if (effect === null) return <p>治理后还不满一周，暂不能比较。</p>
  const { dispersion, quantile } = effect
  return (
    <>
      <table className="grid">
        <caption>变化（每周件数之比；小于 1 为下降）</caption>
        <thead>
          <tr>
            <th scope="col">比较</th>
            <th scope="col">比值</th>
            <th scope="col">95% 区间</th>
            <th scope="col">变化</th>
          </tr>
        </thead>
        <tbody>
          {comparisons.map(({ key, label, missing }) => {
            const found = effect[key]
            return (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{found === null ? '—' : found.ratio.toFixed(2)}</td>
                <td>{found === null ? missing : `${found.low.toFixed(2)} 至 ${found.high.toFixed(2)}`}</td>
                <td>{found === null ? '—' : percentChange(found)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p>{ratioInWords(effect)}</p>
      <details>
        <summary>为什么：怎样计算</summary>
        <ul>
          <li>
            治理前为立项前 8 周，治理后为申请验收次日起最多 8 个整周；上年同期为各提前 52 周，星期对齐。
          </li>
          <li>
            比值为治理后每周件数除以治理前每周件数；与全市、上年比较的，再除以全市其他诉求、上年同期的同一比值。
          </li>
          <li>
            {`区间在对数上计算：标准误为各件数（加 0.5）倒数乘以离散系数之和的平方根，再乘以 ${quantile.toFixed(2)}。`}
          </li>
          <li>
            {`离散系数由各周件数与本段平均之差得出，不小于 1：专项 ${dispersion.scope.toFixed(2)}，全市其他 ${dispersion.rest.toFixed(2)}。`}
          </li>
          <li>热点往往在最热时立项，之后的回落有一部分是自然回落；请与上年同期和全市其他诉求一并看。</li>
        </ul>
      </details>
    </>
  )
}
