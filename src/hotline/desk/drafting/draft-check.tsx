import { Button } from 'antd'
import { draftFindings, type PersonalPhrase } from '../../quality/draft.ts'

interface Checking {
  readonly draft: string
  /** The phrases that were said to be checked. */
  readonly checked: readonly string[]
  readonly check: (checked: readonly string[]) => void
  readonly rewrite: (draft: string) => void
}

/** What the checks notice in the draft of an answer, as it is typed: personal data are masked or said to be checked, 套话 is only pointed out. */
export function DraftCheck({ draft, checked, check, rewrite }: Checking) {
  const { personal, empty, answersNothing } = draftFindings(draft)
  if (personal.length === 0 && empty.length === 0) return null
  const holding = personal.filter(({ holds }) => holds)
  const masked = holding.reduce((text, { text: words, proposal }) => text.replaceAll(words, proposal), draft)
  return (
    <section className="draft-check" aria-label="反馈内容检查" aria-live="polite">
      <h3>反馈内容检查</h3>
      {personal.map(each => (
        <Personal
          key={each.text}
          phrase={each}
          checked={checked.includes(each.text)}
          tick={on => check([...checked.filter(other => other !== each.text), ...(on ? [each.text] : [])])}
        />
      ))}
      {holding.length > 0 && <Button onClick={() => rewrite(masked)}>全部改为隐去的写法</Button>}
      {empty.length > 0 && (
        <p className={answersNothing ? 'late' : undefined}>
          {answersNothing
            ? '这段话几乎都是套话，没有回答来电人的问题。请写明做了什么、何时做的、结果怎样：'
            : '下列是套话，可以删去：'}
          {empty.map(words => `“${words}”`).join('、')}
        </p>
      )}
    </section>
  )
}

interface Found {
  readonly phrase: PersonalPhrase
  readonly checked: boolean
  readonly tick: (on: boolean) => void
}

function Personal({ phrase: { text, what, proposal, holds }, checked, tick }: Found) {
  if (!holds)
    return <p>{`“${text}”可能是${what}：属于个人的，请改为“${proposal}”；是单位对外的，可以保留。`}</p>
  return (
    <p>
      <span className="late">{`“${text}”是${what}，请改为“${proposal}”；`}</span>
      {'确需告知来电人的：'}
      <label>
        <input type="checkbox" checked={checked} onChange={event => tick(event.target.checked)} />
        {` 已核对“${text}”`}
      </label>
    </p>
  )
}
