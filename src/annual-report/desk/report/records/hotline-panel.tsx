import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { momentInChinese } from '../../../../statute/moment.ts'
import { deskPaths } from '../../../../web/paths.ts'
import {
  type HotlineFigure,
  type HotlineYear,
  hotlineSentence,
  platformSentence,
} from '../../../counted/hotline.ts'
import { hotlinePaths } from '../../../live-figures.ts'
import type { Draft } from '../keeping/use-draft.ts'
import { written } from '../sheet/sheet.ts'
import { restatementQuery } from './counted-query.ts'

/** The figures of the hotline that the prose shows, each opening to its demands; the paragraph with fields; what changed since. */
export function HotlinePanel({ draft }: { readonly draft: Draft }) {
  const { hotline, view } = draft
  if (hotline === undefined) return null
  const used = hotlinePaths(draft.sheet.report.narrative)
  return (
    <section className="card" aria-label="引用的热线指标">
      <h2>引用的热线指标</h2>
      <p className="why">
        {`本年度登记的诉求，以 ${momentInChinese(hotline.asOf)} 的办理情况为准`}
        {hotline.isKept ? '；已公布，不再变化。' : '；公布时固定。'}
      </p>
      {used.length === 0 && <p>文中没有引用热线的指标。可以在文字上方按名称插入，或者写入下面的句子。</p>}
      <ul className="findings">
        {hotline.figures
          .filter(({ path }) => used.includes(path))
          .map(figure => (
            <li key={figure.path} title={figure.words}>
              {`${figure.label}：${figure.text} `}
              <Link to={behind(view.line.agency, hotline, figure)} aria-label={`看诉求：${figure.label}`}>
                看诉求
              </Link>
            </li>
          ))}
      </ul>
      {draft.readOnly === undefined && <Sentences draft={draft} hotline={hotline} />}
      {view.line.publishedOn !== null && <Restated draft={draft} />}
    </section>
  )
}

function behind(
  agency: string,
  { scope, from, until, asOf }: HotlineYear,
  { figure, channel }: HotlineFigure,
) {
  return deskPaths.figureDemands({
    ...{ figure, part: 'numerator', from, until, asOf, [scope]: agency },
    ...(channel === null ? {} : { channel }),
  })
}

/** Writes the sentences with their fields at the end of 总体情况; it can be taken back like any edit. */
function Sentences({ draft, hotline }: { readonly draft: Draft; readonly hotline: HotlineYear }) {
  const { overview } = draft.sheet.report.narrative
  const offered = [
    ['写入热线情况', hotlineSentence(hotline)],
    ...(hotline.scope === 'hotline' ? [['写入平台建设中的诉求渠道', platformSentence] as const] : []),
  ] as const
  const put = (sentence: string) => {
    const whole = overview.trim() === '' ? sentence : `${overview}\n${sentence}`
    draft.edit(
      written(draft.sheet, 'overview', whole),
      'narrative.overview',
      `hotline ${draft.history.past.length}`,
    )
    draft.say({ kind: 'success', text: '已写入“总体情况”，请核对后保存；可撤销。' })
  }
  return offered
    .filter(([, sentence]) => !overview.includes(sentence))
    .map(([label, sentence]) => (
      <p key={label}>
        <Button onClick={() => put(sentence)}>{label}</Button>
      </p>
    ))
}

function Restated({ draft }: { readonly draft: Draft }) {
  const { agency, year } = draft.view.line
  const found = useQuery(restatementQuery(agency, year)).data?.hotline ?? []
  if (found.length === 0) return null
  return (
    <details open>
      <summary className="late">{`公布以后，有 ${found.length} 个热线指标变化`}</summary>
      <ul className="findings">
        {found.map(({ path, label, published, now }) => (
          <li key={path}>{`${label}：公布 ${published}，现在 ${now}`}</li>
        ))}
      </ul>
      <p className="why">已公布的版本不变；需要改正的，由公开专员“更正”为新的一版。</p>
    </details>
  )
}
