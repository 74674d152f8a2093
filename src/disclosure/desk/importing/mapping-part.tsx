import { Button } from 'antd'
import { useState } from 'react'
import { send } from '../../../desk/client.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import type { SiteMapping } from '../../importing/mapping.ts'
import type { SiteRunsView, SiteRunView } from '../../importing/view.ts'
import { Agencies, Columns } from './meanings.tsx'
import { Sources } from './sources.tsx'

/** How the pages are read: where each field stands, what columns and agencies mean; changed, it is tried anew. */
export function MappingPart({ run, about }: { run: SiteRunView; about: SiteRunsView }) {
  const [mapping, setMapping] = useState<SiteMapping>(run.mapping)
  const [name, setName] = useState('')
  const acting = useActing()
  const change = (some: Partial<SiteMapping>) => setMapping({ ...mapping, ...some })
  const tryAgain = () =>
    acting.run(async () => {
      const saved = name.trim() === '' ? {} : { name: name.trim() }
      await send('PUT', `/site-runs/${run.id}/mapping`, { mapping: filled(mapping), ...saved })
      return saved.name === undefined ? '正在重新试读。' : `映射已保存为“${saved.name}”，正在重新试读。`
    })
  return (
    <form
      className="card"
      aria-label="映射"
      onSubmit={event => {
        event.preventDefault()
        void tryAgain()
      }}
    >
      <h2>二、映射</h2>
      <p>
        没有另行指明的，按政府网站通常的位置读取：页面
        META、信息栏（索引号、发布机构、成文日期等）、常见的正文元素。
      </p>
      <Columns mapping={mapping} unknown={run.unknownColumns} change={change} />
      <Agencies mapping={mapping} unknown={run.unknownAgencies} agencies={about.agencies} change={change} />
      <Sources mapping={mapping} change={change} />
      <Site mapping={mapping} change={change} wrong={acting.fields} />
      <Field label="以名称保存，供本机关以后使用（可以不填）" wrong={acting.fields.name}>
        <input value={name} maxLength={50} onChange={({ target }) => setName(target.value)} />
      </Field>
      <Button htmlType="submit" loading={acting.busy}>
        按此映射重新试读
      </Button>
      <Outcome acting={acting} />
      {Object.entries(acting.fields).map(([field, said]) => (
        <p key={field} className="late">{`${field}：${said}`}</p>
      ))}
    </form>
  )
}

/** Without what was left blank. */
function filled({ base, root, list, skip, ...rest }: SiteMapping): SiteMapping {
  const texts = Object.entries({ base, root, list }).filter(([, text]) => text !== undefined && text !== '')
  const paths = (skip ?? []).filter(path => path.trim() !== '')
  return { ...rest, ...Object.fromEntries(texts), ...(paths.length === 0 ? {} : { skip: paths }) }
}

interface SiteOf {
  readonly mapping: SiteMapping
  readonly change: (some: Partial<SiteMapping>) => void
  readonly wrong: Readonly<Record<string, string>>
}

function Site({ mapping, change, wrong }: SiteOf) {
  return (
    <details>
      <summary>网站和页面</summary>
      <Field label="网站首页地址，如 http://www.yunchuan.gov.cn/" wrong={wrong['mapping.base']}>
        <input value={mapping.base ?? ''} onChange={({ target }) => change({ base: target.value })} />
      </Field>
      <Field label="网站根目录在压缩包中的文件夹（不填时自动判断）">
        <input value={mapping.root ?? ''} onChange={({ target }) => change({ root: target.value })} />
      </Field>
      <Field label="清单在压缩包中的文件名（不填时自动寻找）">
        <input value={mapping.list ?? ''} onChange={({ target }) => change({ list: target.value })} />
      </Field>
      <Field label="不读的路径，一行一个，如 /news/">
        <textarea
          rows={3}
          value={(mapping.skip ?? []).join('\n')}
          onChange={({ target }) => change({ skip: target.value.split('\n') })}
        />
      </Field>
      <Field label="同一机关、同一信息形式的发文字号相同时">
        <select
          value={mapping.sameNumber ?? 'skip'}
          onChange={({ target }) => change({ sameNumber: target.value === 'keep' ? 'keep' : 'skip' })}
        >
          <option value="skip">只迁入先出现的</option>
          <option value="keep">同一文号都迁入</option>
        </select>
      </Field>
    </details>
  )
}
