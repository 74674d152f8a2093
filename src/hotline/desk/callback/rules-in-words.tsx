import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { CallbackRules } from '../../callback/choosing.ts'
import { demandTypeLabel, demandTypes } from '../../demand.ts'

/** The rules of asking by message as the desk reads them. */
export interface RulesFound {
  readonly rules: CallbackRules
  /** Can a message go out at all? */
  readonly gateway: boolean
  /** Is it the simulator's? */
  readonly simulated: boolean
  readonly due: { readonly phone: number; readonly message: number }
}

/** The rules of asking by message, and how many are to be asked. */
export const useCallbackRules = () =>
  useQuery({ queryKey: ['callback rules'], queryFn: () => read<RulesFound>('/hotline/callback-rules') })

/** Who is asked by message and who by telephone, and where there is no gateway, that all are asked by telephone. */
export function RulesInWords() {
  const found = useCallbackRules()
  if (found.data === undefined) return null
  const { rules, gateway, simulated, due } = found.data
  return (
    <section className="card" aria-label="回访方式">
      {simulated && (
        <p role="note">
          <strong>
            现在用的是模拟网关：短信不发给任何人，只用于 000 开头的试用号码（尾号为 9 的模拟空号）。
          </strong>
        </p>
      )}
      {gateway ? (
        <p>{rulesInChinese(rules)}</p>
      ) : (
        <p role="note">
          <strong>还没有设置短信网关或者网站域名，不发短信，全部用电话回访。</strong>
          {'由系统管理员在'}
          <Link to={deskPaths.hotlineSettings()}>热线设置</Link>
          {'中填写。'}
        </p>
      )}
      <p className="actions">
        <Link
          to={deskPaths.demands({ callback: 'phone', sort: 'filed' })}
        >{`待电话回访 ${due.phone} 件`}</Link>
        <Link to={deskPaths.demands({ callback: 'message', sort: 'filed' })}>
          {`短信已发，待评价 ${due.message} 件`}
        </Link>
      </p>
    </section>
  )
}

function rulesInChinese({
  byMessage,
  from,
  to,
  perDay,
  waitDays,
  second,
  confidential,
}: CallbackRules): string {
  const shares = demandTypes.filter(type => byMessage[type] > 0)
  const who = shares.map(type => `${demandTypeLabel[type]} ${byMessage[type]}%`).join('、')
  const first =
    shares.length === 0
      ? '首次回访都用电话。'
      : `要回访的，由系统按比例发短信：${who}；其余用电话。每天 ${from} 至 ${to} 发送，同一来电人每天最多 ${perDay} 条；${waitDays} 天没有评价的转电话回访。`
  const again = second ? '电话无人接听的，第二次回访用短信。' : ''
  return `${first}${again}${confidential ? '' : '来电人要求保密的不自动发短信。'}`
}
