import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { read, send } from '../../../desk/client.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'

interface Gateway {
  readonly simulated: boolean
  readonly address: string
  readonly days: number
  readonly keySecretSet: boolean
}

/** The operator's gateway for short messages; only the administrator reads and sets it. */
export function GatewayForm() {
  const found = useQuery({
    queryKey: ['message gateway'],
    queryFn: () => read<Gateway>('/hotline/message-gateway'),
  })
  return found.data === undefined ? null : <Filled saved={found.data} />
}

function Filled({ saved }: { saved: Gateway }) {
  const acting = useActing()
  const usual = {
    simulated: String(saved.simulated),
    address: saved.address,
    days: String(saved.days),
    keySecret: '',
  }
  const { typed, field, write, saved: holds } = useTyped('gongkai message gateway', usual)
  const save = () =>
    acting.run(async () => {
      await send('PUT', '/hotline/message-gateway', { ...typed, simulated: typed.simulated === 'true' })
      write({ keySecret: '' })
      holds()
      return '已保存，立即生效。'
    })
  return (
    <form
      className="card"
      aria-label="短信网关"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>短信网关（短信回访用）</h2>
      <p>
        {saved.simulated
          ? '现在用模拟网关：不接运营商，只给 000 开头的试用号码“发”短信，在“短信回访”中打开链接评价。'
          : saved.address === ''
            ? '还没有设置，不发短信。'
            : '平台把号码和内容以签名的 JSON 交给网关，由运营商发送。'}
      </p>
      <Field label="用哪个网关" wrong={acting.fields.simulated}>
        <select {...field('simulated')}>
          <option value="false">运营商的网关（按下面的地址）</option>
          <option value="true">模拟网关（试用，不发给任何人）</option>
        </select>
      </Field>
      <Field label="网关地址（https://；清空则不发短信）" wrong={acting.fields.address}>
        <input {...field('address')} type="url" maxLength={500} />
      </Field>
      <Field
        label={saved.keySecretSet ? '签名密钥（已设置，留空则保留）' : '签名密钥'}
        wrong={acting.fields.keySecret}
      >
        <input {...field('keySecret')} type="password" autoComplete="new-password" maxLength={500} />
      </Field>
      <Field label="评价链接几天内有效" wrong={acting.fields.days}>
        <input {...field('days')} type="number" min={1} max={30} required />
      </Field>
      <Button type="primary" htmlType="submit" loading={acting.busy}>
        保存短信网关
      </Button>
      <Outcome acting={acting} />
    </form>
  )
}
