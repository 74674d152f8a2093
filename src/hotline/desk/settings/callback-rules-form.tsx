import { Button } from 'antd'
import { Broken } from '../../../desk/broken.tsx'
import { send } from '../../../desk/client.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import type { CallbackRules } from '../../callback/choosing.ts'
import { demandTypeLabel, demandTypes } from '../../demand.ts'
import { type RulesFound, useCallbackRules } from '../callback/rules-in-words.tsx'

/** Which callers are asked by message without anybody sending it: shares, hours, bounds. */
export function CallbackRulesForm({ may }: { readonly may: boolean }) {
  const found = useCallbackRules()
  if (found.isError) return <Broken cause={found.error} />
  return found.data === undefined ? null : <Filled found={found.data} may={may} />
}

const yesOrNo = { true: '是', false: '否' } as const
const usualOf = ({ byMessage, second, confidential, ...rest }: CallbackRules): Record<string, string> => ({
  ...Object.fromEntries(demandTypes.map(type => [`byMessage.${type}`, String(byMessage[type])])),
  ...{ from: rest.from, to: rest.to, perDay: String(rest.perDay), waitDays: String(rest.waitDays) },
  ...{ second: String(second), confidential: String(confidential) },
})

/** What was typed, as the interface takes it. */
function rulesOf(typed: Readonly<Record<string, string>>) {
  const { from, to, perDay, waitDays, second, confidential } = typed
  const byMessage = Object.fromEntries(demandTypes.map(type => [type, typed[`byMessage.${type}`]]))
  const chosen = { second: second === 'true', confidential: confidential === 'true' }
  return { byMessage, from, to, perDay, waitDays, ...chosen }
}

function Filled({ found, may }: { readonly found: RulesFound; readonly may: boolean }) {
  const acting = useActing()
  const { typed, field, saved } = useTyped('gongkai callback rules', usualOf(found.rules))
  const save = () =>
    acting.run(async () => {
      await send('PUT', '/hotline/callback-rules', rulesOf(typed))
      saved()
      return '已保存，还没有选定方式的回访适用。'
    })
  const input = (key: string, label: string, rest: { type: string; min?: number; max?: number }) => (
    <Field key={key} label={label} wrong={acting.fields[key]}>
      <input {...field(key)} {...rest} required disabled={!may} />
    </Field>
  )
  const choice = (key: string, label: string) => (
    <Field label={label} wrong={acting.fields[key]}>
      <select {...field(key)} disabled={!may}>
        {Object.entries(yesOrNo).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
  return (
    <form
      className="card"
      aria-label="回访方式"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>回访方式（要回访的，每百件用短信几件）</h2>
      {!found.gateway && <p role="note">还没有设置短信网关或者网站域名，现在全部用电话回访。</p>}
      {demandTypes.map(type =>
        input(`byMessage.${type}`, demandTypeLabel[type], { type: 'number', min: 0, max: 100 }),
      )}
      {input('from', '每天从几时起发送', { type: 'time' })}
      {input('to', '到几时为止', { type: 'time' })}
      {input('perDay', '同一来电人每天最多（条）', { type: 'number', min: 1, max: 30 })}
      {input('waitDays', '几天没有评价的转电话回访', { type: 'number', min: 1, max: 30 })}
      {choice('second', '电话无人接听的，第二次回访用短信')}
      {choice('confidential', '来电人要求保密的，也发短信')}
      <p>用哪种方式由编号决定，不由人选择；一次反馈最多发一条，短信中只有编号和评价链接。</p>
      {may && (
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          保存回访方式
        </Button>
      )}
      <Outcome acting={acting} />
    </form>
  )
}
