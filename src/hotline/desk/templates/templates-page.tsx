import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import type { Column, Filter, ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { useSession } from '../../../desk/session.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { AnswerTemplate } from '../../templates/template.ts'
import { TemplateForm } from './template-form.tsx'
import '../../../office/desk/office.css'

const filters: readonly Filter[] = [
  { key: 'q', label: '名称或者内容', kind: 'words' },
  {
    ...{ key: 'state', label: '状态', kind: 'choice' },
    options: [
      { value: 'inUse', label: '使用中' },
      { value: 'retired', label: '已停用' },
    ],
  },
]

function columnsFor(mine: (unit: string) => boolean, change: (template: AnswerTemplate) => void) {
  const columns: readonly Column<AnswerTemplate>[] = [
    { key: 'name', label: '名称', value: line => line.name },
    { key: 'words', label: '内容', value: line => line.words },
    { key: 'unit', label: '单位', value: line => line.unitName },
    { key: 'state', label: '状态', value: line => (line.retired ? '已停用' : '使用中') },
    {
      ...{ key: 'changed', label: '最后修改' },
      value: line => `${line.changedByName}，${momentInChinese(line.changedAt)}`,
    },
    {
      ...{ key: 'change', label: '修改', value: () => null },
      show: line =>
        !line.retired && mine(line.unit) ? (
          <button type="button" className="plain" onClick={() => change(line)}>
            {`修改${line.name}`}
          </button>
        ) : null,
    },
  ]
  return columns
}

/** 答复模板: what a unit writes again and again in its feedback, with places to fill. */
export function TemplatesPage() {
  const session = useSession()
  const queries = useQueryClient()
  const [changed, change] = useState<AnswerTemplate>()
  const [round, again] = useState(0)
  const units = session.grants.filter(({ role }) => role === 'handlingUnit')
  const done = () => {
    change(undefined)
    again(round + 1)
    void queries.invalidateQueries({ queryKey: ['list', 'answer-templates'] })
  }
  const list: ListOf<AnswerTemplate> = {
    ...{ name: 'answer-templates', caption: '答复模板', unit: '个', filters },
    columns: columnsFor(unit => units.some(({ agency }) => agency === unit), change),
    fetch: asked => read<Page<AnswerTemplate>>(`/hotline/templates${queryOf(asked)}`),
    rowKey: line => line.id,
    rowName: line => line.name,
    empty: <p>还没有答复模板。承办单位可以在下面新建，反馈时选用。</p>,
  }
  return (
    <>
      <title>答复模板 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>答复模板</h1>
      {changed !== undefined && (
        <TemplateForm key={changed.id} template={changed} units={units} done={done} />
      )}
      <List list={list} />
      {units.length > 0 && (
        <TemplateForm key={`new ${round}`} template={undefined} units={units} done={done} />
      )}
      {units.length === 0 && <p>模板由承办单位自己维护，您可以查看。</p>}
    </>
  )
}
