import { Button } from 'antd'
import { send } from '../../../desk/client.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'

/** Takes in words from a CSV file; the list's own export has the same columns. */
export function ImportWords() {
  const acting = useActing()
  const take = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const element = event.currentTarget
    const file = new FormData(element).get('file')
    const done = await acting.run(async () => {
      if (!(file instanceof File) || file.size === 0) throw new Error('请先选择 CSV 文件。')
      if (file.size > 2_000_000) throw new Error('文件超过 2 MB，请分成几份。')
      const csv = decoded(await file.arrayBuffer())
      const { count } = await send<{ count: number }>('POST', '/words/import', { csv })
      return `已导入 ${count} 个词；原有的同一词语（起始日期相同）已按文件更新。已公开的内容正在重新检查。`
    })
    if (done) element.reset()
  }
  return (
    <details className="card no-print">
      <summary>从 CSV 文件导入</summary>
      <p>
        第一行为列名：错误用语、正确用语、程度（严重或者提示）、说明、起始日期、停用日期；除错误用语外都可以没有。上面列表导出的
        CSV 可以修改后再导入。有一行不对的，整份不导入，并指出是第几行。
      </p>
      <form onSubmit={event => void take(event)}>
        <Field label="CSV 文件（UTF-8 或者 Excel 在中文系统中保存的）">
          <input name="file" type="file" accept=".csv,text/csv" />
        </Field>
        <Outcome acting={acting} />
        <Button htmlType="submit" loading={acting.busy}>
          导入
        </Button>
      </form>
    </details>
  )
}

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
