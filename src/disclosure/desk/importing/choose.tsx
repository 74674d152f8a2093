import { Button } from 'antd'
import { type SubmitEvent, useState } from 'react'
import { send } from '../../../desk/client.ts'
import { Field, Outcome, textIn, useActing } from '../../../office/desk/acting.tsx'
import type { SiteRunsView } from '../../importing/view.ts'

/** Chooses the archive: whose it is, from which site, and which mapping reads it. */
export function Choose({ about, done }: { about: SiteRunsView; done: (run: string) => void }) {
  const { agencies, mappings, runs } = about
  const acting = useActing()
  const [agency, setAgency] = useState(runs[0]?.agency ?? agencies[0]?.code ?? '')
  const own = mappings.filter(each => each.agency === agency)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const file = form.get('file')
    void acting.run(async () => {
      if (!(file instanceof File) || file.size === 0) throw new Error('请先选择压缩包。')
      const chosen = own.find(({ name }) => name === textIn(form, 'mapping'))
      const asked = new URLSearchParams({ agency, source: textIn(form, 'source'), name: file.name })
      if (chosen !== undefined) asked.set('mapping', JSON.stringify(chosen.mapping))
      const { id } = await send<{ id: string }>('POST', `/site-runs?${asked}`, file)
      done(id)
      return '已收下，正在试读。'
    })
  }
  return (
    <form className="card" aria-label="选择压缩包" onSubmit={submit}>
      <h2>一、选择压缩包</h2>
      <p>
        把原网站的网页连同附件、图片打成一个 ZIP（保持原来的文件夹），不超过 500 MB。其中可以有
        sitemap.xml，或者名为“清单”的
        CSV、Excel、JSON：一行一页，写明网址或者文件；没有清单的，读全部网页。先试读，不保存。
      </p>
      <Field label="迁入到哪个机关">
        <select value={agency} onChange={event => setAgency(event.target.value)}>
          {agencies.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label="原网站名称（同一网站每次写同一个名称，据此不重复迁入）">
        <input name="source" maxLength={100} required defaultValue={runs[0]?.source ?? ''} />
      </Field>
      <Field label="映射">
        <select name="mapping">
          <option value="">按通常的位置读取</option>
          {own.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label="压缩包">
        <input name="file" type="file" accept=".zip,application/zip" />
      </Field>
      <Button type="primary" htmlType="submit" loading={acting.busy}>
        上传并试读
      </Button>
      <Outcome acting={acting} />
    </form>
  )
}
