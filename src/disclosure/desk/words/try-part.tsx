import { Button } from 'antd'
import { useState } from 'react'
import { send } from '../../../desk/client.ts'
import { useKeptText } from '../../../desk/kept-text.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import type { ItemFinding } from '../../checks/finding.ts'
import { severityLabel } from './lists.ts'

/** Tries a text against the lists; nothing is saved on the server. */
export function TryPart() {
  const [text, setText] = useKeptText('words try')
  const [found, setFound] = useState<readonly ItemFinding[]>()
  const acting = useActing()
  const look = (event: React.FormEvent) => {
    event.preventDefault()
    void acting.run(async () => {
      const findings = await send<readonly ItemFinding[]>('POST', '/words/try', { text })
      setFound(findings)
      return findings.length === 0 ? '没有发现错敏词和个人信息。' : `发现 ${findings.length} 处。`
    })
  }
  return (
    <section className="card" aria-label="试查一段文字">
      <form onSubmit={look}>
        <Field
          label="粘贴一段文字，按现行词表和个人信息规则检查；文字不保存在服务器"
          wrong={acting.fields.text}
        >
          <textarea
            rows={8}
            maxLength={200_000}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        </Field>
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          检查
        </Button>
        <Outcome acting={acting} />
      </form>
      {found !== undefined && found.length > 0 && (
        <ol>
          {found.map(({ severity, message, at }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: findings are shown once, in their order.
            <li key={place}>
              <b className={severity === 'severe' ? 'late' : ''}>{severityLabel[severity]}</b>{' '}
              {at !== undefined && <small>{`第 ${at.start + 1} 字起：`}</small>}
              {message}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
