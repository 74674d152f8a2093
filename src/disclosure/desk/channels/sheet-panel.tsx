import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { wordsOf } from '../../../desk/client.ts'
import { SheetExport } from '../../../desk/list/give-out.tsx'
import { Field } from '../../../office/desk/acting.tsx'
import { channelSheetHead, type RowFault } from '../../channels/sheet.ts'
import { AgencyField, type Writing } from './series-panel.tsx'

interface Answer {
  readonly words: string
  readonly faults: readonly RowFault[]
}

const template = () => ({
  name: '其他渠道公开登记表',
  head: channelSheetHead,
  rows: [['报刊', '某某日报', '标题', '', '', '2025-03-02', '', '3 版']],
})

/** Takes a year's stories in from one sheet: all of them, or none with what is wrong in which row. */
export function SheetPanel({ agencies }: { agencies: Writing }) {
  const [answer, setAnswer] = useState<Answer>()
  const [busy, setBusy] = useState(false)
  const queries = useQueryClient()
  const sendSheet = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    setBusy(true)
    setAnswer(await sent(data).catch((cause: unknown) => ({ words: wordsOf(cause), faults: [] })))
    setBusy(false)
    await queries.invalidateQueries()
  }
  return (
    <>
      <p>
        Excel（.xlsx）或者 CSV，第一行为表头：{channelSheetHead.join('、')}
        。系列须先登记；已刊播的须写佐证或者链接。
      </p>
      <p>下载模板：</p>
      <SheetExport sheet={template} />
      <form onSubmit={event => void sendSheet(event)}>
        <AgencyField agencies={agencies} />
        <Field label="文件">
          <input name="file" type="file" accept=".xlsx,.xls,.csv" required />
        </Field>
        <Button type="primary" htmlType="submit" loading={busy}>
          导入
        </Button>
      </form>
      <div role="status">
        {answer !== undefined && (
          <p className={answer.faults.length > 0 ? 'late' : undefined}>{answer.words}</p>
        )}
        {answer !== undefined && answer.faults.length > 0 && (
          <ul>
            {answer.faults.slice(0, 200).map(({ row, words }) => (
              <li key={`${row} ${words}`}>{`第 ${row} 行：${words}`}</li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

async function sent(data: FormData): Promise<Answer> {
  const agency = data.get('agency')
  const file = data.get('file')
  const path = `/api/v1/channels/import?${new URLSearchParams({ agency: typeof agency === 'string' ? agency : '' })}`
  const headers = { 'content-type': 'application/octet-stream' }
  const answer = await fetch(path, { method: 'POST', body: file instanceof File ? file : '', headers })
  const told: { kept?: number; faults?: RowFault[]; detail?: string } = await answer.json()
  const { kept = 0, faults = [], detail } = told
  if (!answer.ok) return { words: detail ?? '没有导入，请稍后重试。', faults: [] }
  return faults.length > 0
    ? { words: `有 ${faults.length} 处问题，一条也没有登记。改好后再导入。`, faults }
    : { words: `已登记 ${kept} 条。`, faults: [] }
}
