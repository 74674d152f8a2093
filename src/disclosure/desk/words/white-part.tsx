import { Button } from 'antd'
import { send } from '../../../desk/client.ts'
import type { BulkAct, Column, ListOf } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { pageOf } from '../../../desk/list/whole.ts'
import { Field, Outcome, textIn, useActing } from '../../../office/desk/acting.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import type { Lists, PhraseLine } from './lists.ts'

/** 白名单: phrases within which no watched word is reported. */
export function WhitePart({ lists }: { lists: Lists }) {
  return (
    <>
      <p>短语中含有的错误用语不报出：如白名单有“报名截止#”，“报名截止2026年3月1日”就不会被报为“截至”之误。</p>
      {lists.mayChange && <AddPhrase />}
      <List list={listOf(lists)} />
    </>
  )
}

function AddPhrase() {
  const acting = useActing()
  const add = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const element = event.currentTarget
    const form = new FormData(element)
    const phrase = textIn(form, 'phrase')
    const done = await acting.run(async () => {
      await send('POST', '/words/white', { phrase, why: textIn(form, 'why') })
      return `已把“${phrase}”列入白名单，已公开的内容正在重新检查。`
    })
    if (done) element.reset()
  }
  return (
    <details className="card no-print">
      <summary>增加白名单短语</summary>
      <form onSubmit={event => void add(event)}>
        <Field label="短语（# 代表一个数字）" wrong={acting.fields.phrase}>
          <input name="phrase" maxLength={60} required />
        </Field>
        <Field label="说明" wrong={acting.fields.why}>
          <input name="why" maxLength={200} />
        </Field>
        <Outcome acting={acting} />
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          增加
        </Button>
      </form>
    </details>
  )
}

function listOf({ white, mayChange, version }: Lists): ListOf<PhraseLine> {
  return {
    ...{
      name: 'white phrases',
      stamp: String(version),
      caption: '白名单',
      unit: '个',
      columns,
      step: 100_000,
    },
    filters: [{ key: 'q', label: '查找', kind: 'words' }],
    fetch: async asked =>
      pageOf(
        white,
        asked,
        columns,
        ({ phrase, why }, _, value) => phrase.includes(value) || why.includes(value),
      ),
    rowKey: ({ phrase }) => phrase,
    rowName: ({ phrase }) => phrase,
    ...(mayChange ? { bulk: [remove] } : {}),
    sort: 'phrase',
    empty: <p>白名单是空的：词表中的词出现即报出。误报多的固定搭配，可以列入白名单。</p>,
  }
}

const remove: BulkAct<PhraseLine> = {
  label: '删除',
  preview: rows => (
    <p>{`将从白名单删除：${rows.map(({ phrase }) => phrase).join('、')}。其中的错误用语今后会报出。`}</p>
  ),
  run: async rows => {
    for (const { phrase } of rows) await send('POST', '/words/white/remove', { phrase })
    return `已删除 ${rows.length} 个短语。`
  },
}

const columns: readonly Column<PhraseLine>[] = [
  { key: 'phrase', label: '短语', sort: 'phrase', value: line => line.phrase },
  { key: 'why', label: '说明', sort: 'why', value: line => line.why },
  {
    ...{ key: 'changed', label: '修改', sort: 'changed', value: line => line.changedAt },
    show: line => `${line.changedBy}，${momentInChinese(line.changedAt)}`,
  },
]
