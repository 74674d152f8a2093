import { Button } from 'antd'
import { useState } from 'react'
import { send } from '../../../desk/client.ts'
import { Field, Outcome, textIn, useActing } from '../../../office/desk/acting.tsx'
import { formOf, isItemForm, theForm } from '../../forms.ts'
import type { SelfCheckView, SiteColumn } from '../../self-check/judge.ts'
import '../../../office/desk/office.css'

/** The columns with their limits and departments; those who may set them change them here. */
export function Columns({ view: { columns, maySet } }: { view: SelfCheckView }) {
  const [editing, edit] = useState<SiteColumn | 'new'>()
  return (
    <section className="card no-print" aria-label="栏目和更新期限">
      <h2>栏目和更新期限</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls is reached by the keyboard. */}
      <section className="frame" aria-label="栏目和更新期限的表" tabIndex={0}>
        <table className="lines cards">
          <thead>
            <tr>
              {['栏目', '包含', '类别', '期限', '责任处室', ...(maySet ? ['操作'] : [])].map(label => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map(column => (
              <tr key={column.id}>
                <td>{column.name}</td>
                <td>
                  {column.forms.map(form => (isItemForm(form) ? theForm(form).label : form)).join('、')}
                </td>
                <td>{column.strict ? '动态要闻、通知公告、政策文件' : '其他'}</td>
                <td>{`${column.limitDays} 天`}</td>
                <td>{column.department}</td>
                {maySet && (
                  <td>
                    <Button size="small" aria-label={`修改：${column.name}`} onClick={() => edit(column)}>
                      修改
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {maySet && editing === undefined && <Button onClick={() => edit('new')}>增加栏目</Button>}
      {!maySet && <p className="why">由最上级机构的主管部门或者系统管理员设定。</p>}
      {editing !== undefined && (
        <ColumnForm
          key={editing === 'new' ? 'new' : editing.id}
          column={editing === 'new' ? undefined : editing}
          close={() => edit(undefined)}
        />
      )}
    </section>
  )
}

function ColumnForm({ column, close }: { column: SiteColumn | undefined; close: () => void }) {
  const acting = useActing()
  const save = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const set = {
      ...{ name: textIn(data, 'name'), department: textIn(data, 'department') },
      ...{ forms: data.getAll('forms').map(String), strict: data.get('strict') !== null },
      limitDays: Number(textIn(data, 'limitDays')),
    }
    const path = column === undefined ? '/self-check/columns' : `/self-check/columns/${column.id}`
    const done = await acting.run(async () => {
      await send(column === undefined ? 'POST' : 'PUT', path, set)
      return '已保存。'
    })
    if (done) close()
  }
  return (
    <form className="duty-form" onSubmit={event => void save(event)}>
      <h3>{column === undefined ? '增加栏目' : `修改：${column.name}`}</h3>
      <Field label="栏目名称" wrong={acting.fields.name}>
        <input name="name" maxLength={60} required defaultValue={column?.name ?? ''} />
      </Field>
      <fieldset>
        <legend>包含的信息形式</legend>
        {Object.entries(formOf).map(([form, { label }]) => (
          <label key={form} className="check">
            <input
              type="checkbox"
              name="forms"
              value={form}
              defaultChecked={column?.forms.includes(form) ?? false}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>类别</legend>
        <label className="check">
          <input type="checkbox" name="strict" defaultChecked={column?.strict ?? false} />
          动态要闻、通知公告、政策文件类
        </label>
      </fieldset>
      <Field label="多少天内应当更新" wrong={acting.fields.limitDays}>
        <input
          name="limitDays"
          type="number"
          min={1}
          max={1830}
          required
          defaultValue={column?.limitDays ?? 182}
        />
      </Field>
      <Field label="责任处室" wrong={acting.fields.department}>
        <input name="department" maxLength={100} required defaultValue={column?.department ?? ''} />
      </Field>
      <Outcome acting={acting} />
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          保存
        </Button>
        <Button onClick={close}>取消</Button>
      </p>
    </form>
  )
}
