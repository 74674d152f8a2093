import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { read, wordsOf } from '../../../desk/client.ts'
import { articleName } from '../../../statute/article.ts'
import { dayOf, inChinese } from '../../../statute/day.ts'
import { resultLabel } from '../../../statute/taxonomy.ts'
import { deskPaths } from '../../../web/paths.ts'
import { foiStateLabel } from '../../standing.ts'
import type { AlikeLine, AlikeView, CaseView } from '../../view.ts'

/** So many stand open; the rest is folded. */
const shownLines = 3

/** What else this applicant asks and who else asks the same, each with its answer beside; the month's count and fee. */
export function AlikePanel({ view }: { view: CaseView }) {
  const path = `/requests/${view.request.id}/alike`
  const found = useQuery({ queryKey: [path], queryFn: () => read<AlikeView>(path) })
  return (
    <section className="card" aria-label="重复和频次">
      <h2>重复和频次</h2>
      {found.isError && <p role="alert">{`没有取回：${wordsOf(found.error)}`}</p>}
      {found.data !== undefined && <Found {...found.data} />}
    </section>
  )
}

function Found({ lines, month }: AlikeView) {
  const paid = month.fee.lines.filter(({ yuan }) => yuan > 0)
  return (
    <>
      <p>
        {`该申请人 ${month.from.slice(0, 4)} 年 ${Number(month.from.slice(5, 7))} 月共提出 ${month.count} 件；按件计算的信息处理费为 ${month.fee.yuan} 元（${month.fee.law}，每月 10 件以内不收费）。`}
      </p>
      {paid.length > 0 && (
        <ul>
          {paid.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <SeveralAsk lines={lines} />
      {lines.length === 0 ? (
        <p>没有找到同一申请人的或者内容相近的其他申请。</p>
      ) : (
        <Lines lines={lines.slice(0, shownLines)} />
      )}
      {lines.length > shownLines && (
        <details>
          <summary>{`其余 ${lines.length - shownLines} 件`}</summary>
          <Lines lines={lines.slice(shownLines)} />
        </details>
      )}
    </>
  )
}

/** Art. 44: several applicants ask for the same that may be disclosed; the law names no number, a person decides. */
function SeveralAsk({ lines }: { lines: readonly AlikeLine[] }) {
  const others = lines.filter(
    ({ samePerson, likeness, resultRow }) =>
      !samePerson && likeness >= 0.9 && (resultRow === 'granted' || resultRow === 'partlyGranted'),
  )
  if (others.length === 0) return null
  return (
    <p role="note">
      {`另有 ${others.length} 件由其他申请人提出的相近申请已予公开；可以考虑纳入主动公开的范围（${articleName('Art 44')}）。`}
    </p>
  )
}

function Lines({ lines }: { lines: readonly AlikeLine[] }) {
  return (
    <ul className="alike">
      {lines.map(line => (
        <Line key={line.id} line={line} />
      ))}
    </ul>
  )
}

function Line({ line }: { line: AlikeLine }) {
  const { id, number, receivedOn, samePerson, likeness, description, resultRow, reasoning, requestState } =
    line
  const marks = [
    ...(samePerson ? ['同一申请人'] : []),
    ...(likeness >= 0.99 ? ['内容相同'] : likeness >= 0.6 ? [`内容相近 ${Math.round(likeness * 100)}%`] : []),
  ]
  return (
    <li>
      <Link to={deskPaths.request(id)}>{number}</Link>
      {`（${marks.join('，')}${receivedOn === null ? '' : `，${inChinese(dayOf(receivedOn))}收到`}）`}
      <br />
      {description.length > 80 ? `${description.slice(0, 80)}…` : description}
      <br />
      {resultRow === null ? foiStateLabel[requestState] : `结果：${resultLabel[resultRow]}`}
      {reasoning !== null && reasoning !== '' && (
        <details>
          <summary>答复的理由</summary>
          {reasoning}
        </details>
      )}
    </li>
  )
}
