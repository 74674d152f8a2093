import { Button } from 'antd'
import { Link } from 'react-router'
import { disclosureSentenceIn } from '../../../../disclosure/figures/proactive.ts'
import { deskPaths, paths } from '../../../../web/paths.ts'
import type { CountedView } from '../../../counted/view.ts'
import type { Draft } from '../keeping/use-draft.ts'

/** The numbers of 总体情况, each opening to its list, and the sentence that says them. */
export function Disclosures({ draft, view }: { draft: Draft; view: CountedView }) {
  const { agency, year } = draft.view.line
  const { portal, interpretations, channels, inSeries } = view.disclosures
  const sentence = view.report.narrative.overview
  if (sentence === '') return null
  return (
    <>
      <h3>总体情况中的数字</h3>
      <ul>
        <li>
          <a href={paths.catalogue({ agency, year })}>{`平台公开 ${portal} 条`}</a>
          {`，其中政策解读 ${interpretations} 件`}
        </li>
        {channels
          .filter(({ count }) => count > 0)
          .map(({ channel, label, count }) => (
            <li key={channel}>
              <Link
                to={deskPaths.channels({ agency, channel, year, counted: 1 })}
              >{`${label} ${count} 条`}</Link>
            </li>
          ))}
        {inSeries > 0 && (
          <li>
            <Link
              to={deskPaths.channels({ agency, year, state: 'held', sort: 'series' })}
            >{`在系列中 ${inSeries} 条`}</Link>
          </li>
        )}
      </ul>
      <Sentence {...{ draft, sentence }} />
    </>
  )
}

/** The sentence that says the numbers: written into 总体情况, and put right where the items say otherwise by now. */
function Sentence({ draft, sentence }: { readonly draft: Draft; readonly sentence: string }) {
  const { narrative } = draft.sheet.report
  const written = disclosureSentenceIn(narrative.overview, draft.view.line.year)
  const put = (overview: string, text: string) => {
    const report = { ...draft.sheet.report, narrative: { ...narrative, overview } }
    draft.edit({ ...draft.sheet, report }, 'report', `sentence ${draft.history.past.length}`)
    draft.say({ kind: 'success', text })
  }
  if (written === sentence) return <p>“总体情况”中的这句话与公开的信息一致。</p>
  const editing = draft.readOnly === undefined
  if (written === undefined) {
    const whole = narrative.overview.trim() === '' ? sentence : `${narrative.overview}\n${sentence}`
    return (
      <>
        <p>{sentence}</p>
        {editing && (
          <Button onClick={() => put(whole, '已写入“总体情况”，请核对后保存；可撤销。')}>
            写入“总体情况”
          </Button>
        )}
      </>
    )
  }
  const anew = narrative.overview.replace(written, () => sentence)
  return (
    <>
      <p className="late" role="status">
        “总体情况”中的这句话与现在公开的信息不一致。
      </p>
      <p>{`报告：${written}`}</p>
      <p>{`信息：${sentence}`}</p>
      {editing && (
        <Button onClick={() => put(anew, '已改为现在的数字，请核对后保存；可撤销。')}>改为现在的数字</Button>
      )}
    </>
  )
}
