import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Broken } from '../../desk/broken.tsx'
import { read, send } from '../../desk/client.ts'
import { SlowSkeleton } from '../../desk/list/list.tsx'
import { Field, Outcome, useActing } from './acting.tsx'
import './office.css'

type Values = Readonly<Record<string, string>>
interface Settings {
  readonly site: Values
  readonly foi: Readonly<Record<string, string | number>>
  readonly disclosure: Readonly<Record<string, string | number>>
  readonly mail: Readonly<Record<string, string | number | boolean>>
  readonly oidc: Values & { readonly clientSecretSet: boolean }
}
interface Choice {
  readonly value: string
  readonly label: string
}
type Line = readonly [key: string, label: string, choices?: readonly Choice[]]

const siteFields: readonly Line[] = [
  ['name', '网站名称'],
  ['domain', '域名'],
  ['idCode', '网站标识码（10 位数字，或 bm 加 8 位数字）'],
  ['owner', '主办单位'],
  ['contact', '联系方式'],
  ['icp', 'ICP备案'],
  ['policeRecord', '公安备案'],
  ['faultReportUrl', '“我为政府网站找错”网址（留空则由本平台受理）'],
  ['partyMarkUrl', '党政机关标识网址'],
]
const foiFields: readonly Line[] = [
  ['contact', '依申请公开的咨询电话、时间'],
  ['reconsideration', '行政复议机关（留空则为机关所属的人民政府）'],
  ['court', '受理行政诉讼的人民法院'],
  ['reconsiderationUrl', '网上申请行政复议的网址（网上送达的答复须写明，没有则留空）'],
  ['identityMonths', '办结后保存申请人身份信息的月数，到期清除（0 为不清除）'],
]
const disclosureFields: readonly Line[] = [
  ['indexPattern', '索引号的格式（{agency} 机构代码、{year} 年、{month} 月、{number:5} 五位流水号）'],
  ['agencyNumbers', '索引号中的机构代码（每行“机构代码=号码”，不写的用机构代码）'],
  ['interpretationWorkdays', '规范性文件公开后几个工作日内发布解读'],
]
const securities: readonly Choice[] = [
  { value: 'starttls', label: 'STARTTLS' },
  { value: 'tls', label: 'TLS' },
  { value: 'none', label: '不加密（只限内部网络）' },
]
const mailFields: readonly Line[] = [
  ['host', '发信服务器（留空则不发信，公众只能用阅读器订阅）'],
  ['port', '端口'],
  ['security', '加密方式', securities],
  ['user', '用户名（不需要的留空）'],
  ['passwordSecret', '密码'],
  ['from', '发件人地址'],
]
const claims: readonly Choice[] = [
  { value: 'sub', label: '用户编号（sub）' },
  { value: 'preferred_username', label: '用户名（preferred_username）' },
]
const oidcFields: readonly Line[] = [
  ['issuer', '身份服务地址（留空则不用统一身份认证）'],
  ['clientId', '客户端编号'],
  ['clientSecret', '客户端密钥'],
  ['claim', '以身份服务给出的哪一项辨认人员（应为终身不变的一项，与“人员”中登记的身份标识一致）', claims],
  ['label', '登录按钮文字'],
]

/** The settings of the house: the site and its footer, requests for information, and the identity service. */
export function SettingsPage() {
  const found = useQuery({ queryKey: ['settings'], queryFn: () => read<Settings>('/settings') })
  if (found.isError) return <Broken cause={found.error} />
  if (found.isPending) return <SlowSkeleton />
  const { site, foi, disclosure, mail, oidc } = found.data
  const { passwordSecretSet, ...letters } = mail
  const { clientSecretSet, ...identity } = oidc
  return (
    <>
      <title>设置 - 工作台</title>
      <h1>设置</h1>
      <Setting name="site" title="网站信息" saved={site} fields={siteFields} />
      <Setting name="foi" title="依申请公开" saved={textsOf(foi)} fields={foiFields} />
      <Setting name="disclosure" title="主动公开" saved={textsOf(disclosure)} fields={disclosureFields} />
      <Setting
        name="mail"
        title="发信服务器"
        saved={{ ...textsOf(letters), passwordSecret: '' }}
        fields={mailFields}
        hint={passwordSecretSet === true ? '密码已设置，不再显示；留空则保留。' : '用于发送订阅的信件。'}
      />
      <TrialLetter />
      <Setting
        name="oidc"
        title="统一身份认证"
        saved={{ ...identity, clientSecret: '' }}
        fields={oidcFields}
        hint={clientSecretSet ? '密钥已设置，不再显示；留空则保留。' : '密钥尚未设置。'}
      />
    </>
  )
}

function textsOf(values: Readonly<Record<string, string | number | boolean>>): Values {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]))
}

/** Sends a letter to see whether the mail server takes it. */
function TrialLetter() {
  const acting = useActing()
  const [to, setTo] = useState('')
  const attempt = (event: React.FormEvent) => {
    event.preventDefault()
    void acting.run(async () => {
      await send('POST', '/settings/mail/trial', { to })
      return '发信服务器已收下，请查看收件箱。'
    })
  }
  return (
    <section className="card" aria-label="试发一封信">
      <h2>试发一封信</h2>
      <form onSubmit={attempt} noValidate>
        <Field label="收件人地址" wrong={acting.fields.to}>
          <input value={to} onChange={event => setTo(event.target.value)} autoComplete="off" />
        </Field>
        <Outcome acting={acting} />
        <Button htmlType="submit" loading={acting.busy}>
          试发
        </Button>
      </form>
    </section>
  )
}

interface Shown {
  readonly name: 'site' | 'foi' | 'disclosure' | 'mail' | 'oidc'
  readonly title: string
  readonly saved: Values
  readonly fields: readonly Line[]
  readonly hint?: string
}

/** One setting; unsaved changes stay in this tab until they are saved or taken back. */
function Setting({ name, title, saved, fields, hint }: Shown) {
  const acting = useActing()
  const [typed, type] = useTyped(name)
  const value = { ...saved, ...typed }
  const changed = Object.entries(typed).some(([key, text]) => text !== saved[key])
  const save = async (event: React.FormEvent) => {
    event.preventDefault()
    const done = await acting.run(async () => {
      await send('PUT', `/settings/${name}`, value)
      return '已保存，立即生效。'
    })
    if (done) type({})
  }
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      {hint !== undefined && <p>{hint}</p>}
      <form onSubmit={event => void save(event)} noValidate>
        {fields.map(line => (
          <Control
            key={line[0]}
            line={line}
            value={value[line[0]] ?? ''}
            wrong={acting.fields[line[0]]}
            type={text => type({ ...typed, [line[0]]: text })}
          />
        ))}
        {name === 'site' && <Footer site={value} />}
        <Outcome acting={acting} />
        <p className="actions">
          <Button type="primary" htmlType="submit" loading={acting.busy}>
            保存
          </Button>
          {changed && <Button onClick={() => type({})}>放弃改动</Button>}
          {changed && <span role="status">有尚未保存的改动，离开页面也会保留。</span>}
        </p>
      </form>
    </section>
  )
}

interface Typing {
  readonly line: Line
  readonly value: string
  readonly wrong: string | undefined
  readonly type: (text: string) => void
}

/** One field of a setting: a choice where there are few answers, else a line of text. */
function Control({ line: [key, label, choices], value, wrong, type }: Typing) {
  const secret = key.endsWith('Secret')
  return (
    <Field label={label} wrong={wrong}>
      {key === 'agencyNumbers' ? (
        <textarea rows={4} value={value} onChange={event => type(event.target.value)} />
      ) : choices === undefined ? (
        <input
          type={secret ? 'password' : 'text'}
          autoComplete={secret ? 'new-password' : 'off'}
          value={value}
          onChange={event => type(event.target.value)}
        />
      ) : (
        <select value={value} onChange={event => type(event.target.value)}>
          {choices.map(choice => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** What is typed and not yet saved; a secret is never written down. */
function useTyped(name: string): [Values, (typed: Values) => void] {
  const place = `gongkai setting ${name}`
  const [typed, setTyped] = useState<Values>(() => JSON.parse(sessionStorage.getItem(place) ?? '{}'))
  const type = (next: Values) => {
    const kept = Object.entries(next).filter(([key]) => !key.endsWith('Secret'))
    sessionStorage.setItem(place, JSON.stringify(Object.fromEntries(kept)))
    setTyped(next)
  }
  return [typed, type]
}

function Footer({ site }: { site: Values }) {
  const lines = siteFields.slice(2, -1).filter(([key]) => (site[key] ?? '') !== '')
  return (
    <section aria-label="页脚预览">
      <h3>页脚预览</h3>
      <ul>
        {lines.map(([key, label]) => (
          <li key={key}>{`${label.replace(/（.*/, '')}：${site[key]}`}</li>
        ))}
        {(site.partyMarkUrl ?? '') !== '' && <li>党政机关标识</li>}
        <li>我为政府网站找错</li>
      </ul>
    </section>
  )
}
