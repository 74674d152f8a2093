import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { read, send } from '../../../desk/client.ts'
import { holdsOne, type Session } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { inChinese } from '../../../statute/day.ts'
import { deskPaths } from '../../../web/paths.ts'
import { type LookNotice, lookRuleWords } from '../../looks/look.ts'

const everyMilliseconds = 60_000
const shownAtOnce = 3

/** Unusual looks at callers, above every page of a supervisor, until somebody has dealt with them. */
export function LookNotices({ session }: { readonly session: Session }) {
  const found = useQuery({
    queryKey: ['look notices', 'waiting'],
    queryFn: () => read<{ lines: readonly LookNotice[] }>('/hotline/looks/notices?waiting=true'),
    enabled: holdsOne(session, 'supervisor'),
    refetchInterval: everyMilliseconds,
  })
  const lines = found.data?.lines ?? []
  if (lines.length === 0) return null
  return (
    <section className="card no-print" aria-label="异常查看提醒">
      <h2 className="late">{`⚠ 异常查看来电人 ${lines.length} 条，请核实`}</h2>
      {lines.slice(0, shownAtOnce).map(line => (
        <Notice key={line.id} line={line} own={line.person === session.id} />
      ))}
      {lines.length > shownAtOnce && (
        <p>
          <Link to={deskPaths.looks()}>{`另有 ${lines.length - shownAtOnce} 条，见查看来电人记录`}</Link>
        </p>
      )}
    </section>
  )
}

/** What happened, as a sentence. */
export function noticeWords({ personName, on, rule, counted, bound }: LookNotice): string {
  return `${personName} ${inChinese(on)}${lookRuleWords[rule](bound)}，现为 ${counted} ${rule === 'numbers' ? '个' : '次'}`
}

function Notice({ line, own }: { readonly line: LookNotice; readonly own: boolean }) {
  const acting = useActing()
  const queries = useQueryClient()
  const { typed, field, clear } = useTyped(`gongkai look notice ${line.id}`, { words: '' })
  const deal = () =>
    acting.run(async () => {
      await send('POST', `/hotline/looks/notices/${line.id}`, typed)
      clear()
      await queries.invalidateQueries({ queryKey: ['look notices'] })
      return ''
    })
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void deal()
      }}
    >
      <p>
        {`${noticeWords(line)}。`}
        <Link to={deskPaths.looksOne({ person: line.person, from: line.on, to: line.on })}>逐次查看</Link>
      </p>
      {own ? (
        <p>关于本人的提醒，由其他督办员或者审计员处理。</p>
      ) : (
        <>
          <Field label={`核实的情况和处理（${line.personName}）`} wrong={acting.fields.words}>
            <input {...field('words')} minLength={4} maxLength={500} required />
          </Field>
          <Button size="small" htmlType="submit" loading={acting.busy}>
            已处理
          </Button>
        </>
      )}
      <Outcome acting={acting} />
    </form>
  )
}
