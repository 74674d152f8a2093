import { Button } from 'antd'
import { Field } from '../../../../office/desk/acting.tsx'
import { articleName } from '../../../../statute/article.ts'
import { resultLabel, withheldGrounds } from '../../../../statute/taxonomy.ts'
import { groundLaw } from '../../../outcome.ts'
import type { TypedDecision } from './typed-decision.ts'

type Parts = TypedDecision['parts']

/** Art. 37: each part that is not given, with its own ground. */
export function WithheldParts({ parts, change }: { parts: Parts; change: (parts: Parts) => void }) {
  const replace = (place: number, part: Parts[number]) =>
    change(parts.map((each, at) => (at === place ? part : each)))
  return (
    <fieldset className="withheld">
      <legend>不予公开的部分，逐项写明理由（《政府信息公开条例》第三十七条）</legend>
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name while it is typed
        <div key={place}>
          <Field label={`第 ${place + 1} 项：哪一部分`}>
            <input
              maxLength={300}
              value={part.what}
              onChange={event => replace(place, { ...part, what: event.target.value })}
            />
          </Field>
          <Field label={`第 ${place + 1} 项：理由`}>
            <select
              value={part.ground}
              onChange={event => replace(place, { ...part, ground: event.target.value })}
            >
              <option value="">请选择</option>
              {withheldGrounds.map(each => (
                <option key={each} value={each}>
                  {`${resultLabel[`withheld.${each}`]}（${articleName(groundLaw[each])}）`}
                </option>
              ))}
            </select>
          </Field>
          <Button size="small" onClick={() => change(parts.filter((_, at) => at !== place))}>
            {`删去第 ${place + 1} 项`}
          </Button>
        </div>
      ))}
      <Button onClick={() => change([...parts, { what: '', ground: '' }])}>增加一项</Button>
    </fieldset>
  )
}
