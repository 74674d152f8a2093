import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { Field } from '../../../office/desk/acting.tsx'
import { dayOf, inChinese } from '../../../statute/day.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { type AnswerTemplate, filledFrom, type PlaceValues } from '../../templates/template.ts'
import type { DemandView } from '../../view.ts'

interface Choosing {
  readonly view: DemandView
  readonly draft: string
  readonly rewrite: (draft: string) => void
}

/** Puts a template of the unit into the draft, filled from the demand; what was typed before stays above it. */
export function TemplateChoice({ view, draft, rewrite }: Choosing) {
  const { today } = useSession()
  const unit = view.standing.unit ?? ''
  const found = useQuery({
    queryKey: ['hotline templates', unit],
    queryFn: () =>
      read<{ readonly lines: readonly AnswerTemplate[] }>(
        `/hotline/templates?unit=${unit}&state=inUse&size=200`,
      ),
    enabled: unit !== '',
  })
  const templates = found.data?.lines ?? []
  if (templates.length === 0)
    return found.data === undefined ? null : (
      <p>
        {'常写的答复可以存为'}
        <Link to={deskPaths.answerTemplates()}>答复模板</Link>
        {'，反馈时选用。'}
      </p>
    )
  const choose = (id: string) => {
    const chosen = templates.find(each => each.id === id)
    if (chosen === undefined) return
    const filled = filledFrom(chosen.words, valuesOf(view, inChinese(dayOf(today))))
    rewrite([draft.trimEnd(), filled].filter(Boolean).join('\n'))
  }
  return (
    <Field label="选用答复模板（可以不选）">
      <select value="" onChange={event => choose(event.target.value)}>
        <option value="">请选择</option>
        {templates.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}

function valuesOf({ demand, unitName }: DemandView, today: string): PlaceValues {
  return {
    ...{ 诉求编号: demand.number, 诉求标题: demand.subject, 地点: demand.place },
    ...{ 登记时间: momentInChinese(demand.filedAt), 承办单位: unitName ?? '', 反馈日期: today },
  }
}
