import { Button } from 'antd'
import { type SubmitEvent, useState } from 'react'
import { send } from '../../../../desk/client.ts'
import type { DraftView } from '../../../view.ts'

interface Import {
  readonly agency: string
  readonly year: number
  readonly begin: (request: () => Promise<DraftView>) => Promise<void>
}

/** Takes a published report's file as the draft. */
export function ImportForm({ agency, year, begin }: Import) {
  const [file, choose] = useState<File>()
  const [reading, read] = useState(false)
  const take = async (event: SubmitEvent) => {
    event.preventDefault()
    if (file === undefined) return
    const form = new FormData()
    form.set('agency', agency)
    form.set('year', String(year))
    form.set('file', file)
    read(true)
    await begin(() => send<DraftView>('POST', '/reports/import', form))
    read(false)
  }
  return (
    <form onSubmit={event => void take(event)}>
      <p>
        <label>
          {'年度报告文件 '}
          <input
            type="file"
            accept=".html,.htm,.txt,.md,.docx,.pdf,.xlsx,.json"
            onChange={event => choose(event.target.files?.[0])}
          />
        </label>
      </p>
      <p>可用网页、Word、PDF（有文字的）、Excel、文本或 JSON，不超过 20 MB。</p>
      <Button htmlType="submit" disabled={file === undefined} loading={reading}>
        导入
      </Button>
    </form>
  )
}
