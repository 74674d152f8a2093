import { Button } from 'antd'
import { articleName } from '../../../../statute/article.ts'
import { resultLabel, rowOf, withheldGrounds } from '../../../../statute/taxonomy.ts'
import { groundLaw, type LegalAnswers, legalQuestions, proposalOf } from '../../../outcome.ts'
import { answersUpTo } from './typed-decision.ts'

interface Asking {
  readonly answers: LegalAnswers
  readonly change: (answers: LegalAnswers) => void
  readonly adopt: (row: string) => void
}

/** The legal questions one by one; their answers propose an outcome with its article, and a person decides. */
export function Questions({ answers, change, adopt }: Asking) {
  const proposal = proposalOf(answers)
  const asked = legalQuestions.filter(
    ({ id }) =>
      answers.answered[id] !== undefined || (proposal.kind === 'ask' && proposal.question.id === id),
  )
  const grounds = proposal.kind === 'askGround' || answers.ground !== undefined
  return (
    <section className="questions" aria-label="逐项判断">
      {asked.map(({ id, words, law }) => (
        <YesNo
          key={id}
          legend={`${words}（${articleName(law)}）`}
          name={`question-${id}`}
          value={answers.answered[id]}
          change={value => change({ answered: { ...answersUpTo(answers, id).answered, [id]: value } })}
        />
      ))}
      {grounds && <Ground answers={answers} change={change} />}
      {(proposal.kind === 'askSeparable' || answers.separable !== undefined) && (
        <YesNo
          legend="能否区分处理，只提供可以公开的部分？（《政府信息公开条例》第三十七条）"
          name="question-separable"
          value={answers.separable === undefined ? undefined : answers.separable ? 'yes' : 'no'}
          change={value => change({ ...answers, separable: value === 'yes' })}
        />
      )}
      {proposal.kind === 'propose' && (
        <p role="status">
          {`建议：${resultLabel[rowOf(proposal.outcome)]}（${articleName(proposal.law)}）。由您决定。`}
          <Button onClick={() => adopt(rowOf(proposal.outcome))}>采用建议</Button>
        </p>
      )}
    </section>
  )
}

function YesNo({
  legend,
  name,
  value,
  change,
}: {
  legend: string
  name: string
  value: 'yes' | 'no' | undefined
  change: (value: 'yes' | 'no') => void
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {(['yes', 'no'] as const).map(each => (
        <label key={each}>
          <input type="radio" name={name} checked={value === each} onChange={() => change(each)} />
          {each === 'yes' ? ' 是' : ' 否'}
        </label>
      ))}
    </fieldset>
  )
}

function Ground({ answers, change }: Pick<Asking, 'answers' | 'change'>) {
  const { answered, ground } = answers
  const choose = (value: string) => {
    const found = withheldGrounds.find(each => each === value)
    change(value === '' ? { answered } : { answered, ground: found ?? null })
  }
  return (
    <fieldset>
      <legend>有没有不予公开的理由？</legend>
      <select
        aria-label="不予公开的理由"
        value={ground === null ? 'none' : (ground ?? '')}
        onChange={event => choose(event.target.value)}
      >
        <option value="">请选择</option>
        <option value="none">没有，可以公开</option>
        {withheldGrounds.map(each => (
          <option key={each} value={each}>
            {`${resultLabel[`withheld.${each}`]}（${articleName(groundLaw[each])}）`}
          </option>
        ))}
      </select>
    </fieldset>
  )
}
