import { Button, Input } from 'antd'
import { useKeptText } from '../../../../desk/kept-text.ts'
import type { Finding } from '../../../finding.ts'
import { explains } from '../../../steps.ts'
import { placeOf } from '../keeping/local-copy.ts'
import type { Draft } from '../keeping/use-draft.ts'

/** Why an error stands, in writing; the words are published under the report. */
export function ExplanationForm({ draft, finding, told }: { draft: Draft; finding: Finding; told: string }) {
  const [kept, write] = useKeptText(placeOf(draft.copyKey, `${finding.rule} ${finding.where.join()}`))
  const text = kept === '' ? told : kept
  const save = async () => {
    const others = draft.view.explanations.filter(each => !explains(each, finding))
    const explanations = [...others, { rule: finding.rule, where: finding.where, text }]
    if (await draft.take('explain', { explanations })) write('')
  }
  return (
    <details open={told !== ''}>
      <summary>{told === '' ? '确需保留时，写明原因' : '书面说明'}</summary>
      <Input.TextArea
        aria-label={`书面说明：${finding.message}`}
        rows={3}
        maxLength={2000}
        value={text}
        onChange={event => write(event.target.value)}
      />
      <Button size="small" disabled={text.trim().length < 5 || text === told} onClick={() => void save()}>
        保存说明
      </Button>
      <p>至少 5 个字，随报告一并公布。</p>
    </details>
  )
}
