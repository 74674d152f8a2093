import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAgencies } from '../../../desk/agencies.ts'
import { Broken } from '../../../desk/broken.tsx'
import { read, send } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { CategoryAccuracyView } from '../../classify/view.ts'
import { Figures } from './figures.tsx'
import { useCategories } from './use-categories.ts'
import '../../../office/desk/office.css'

/** Categories of demands: how well the office's model finds them, and the tree. */
export function CategoriesPage() {
  const session = useSession()
  const agencies = useAgencies()
  const mine = agencies.filter(({ code }) => session.grants.some(({ agency }) => agency === code))
  const [chosen, choose] = useState('')
  const agency = chosen || (mine[0]?.code ?? '')
  return (
    <>
      <title>诉求分类 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>诉求分类</h1>
      {mine.length > 1 && (
        <Field label="热线">
          <select value={agency} onChange={({ target }) => choose(target.value)}>
            {mine.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
      {agency !== '' && <Accuracy key={agency} agency={agency} />}
      <Tree />
    </>
  )
}

function Accuracy({ agency }: { agency: string }) {
  const found = useQuery({
    queryKey: ['category accuracy', agency],
    queryFn: () => read<CategoryAccuracyView>(`/hotline/categories/accuracy/${agency}`),
  })
  if (found.isError) return <Broken cause={found.error} />
  if (found.isPending) return <SlowSkeleton />
  const { model, corrected, confirmed } = found.data
  return (
    <>
      <section className="card" aria-label="训练时的检验">
        <h2>训练时的检验</h2>
        {model === null ? (
          <p>还没有模型，登记诉求时不提示分类。人工选定分类满 50 件、分属两类以上后，每夜自动训练。</p>
        ) : (
          <>
            <p>
              {`${momentInChinese(model.at)} 训练，用了 ${model.figures.messages} 件，其中人工选定 ${model.figures.byHand} 件（按两倍计），其余为按模型判断派单、没有人更正的。`}
              检验用的是最近人工选定的五分之一，检验时模型没有见过；检验之后才一并用来训练。
            </p>
            <Figures figures={model.figures.heldOut} caption="训练时的检验：一级分类" />
          </>
        )}
        <Train agency={agency} />
      </section>
      <section className="card" aria-label="人工更正的情况">
        <h2>人工更正的情况</h2>
        <p>
          {`登记时模型判断过、后来由人工选定分类的 ${corrected.tested} 件；另有 ${confirmed} 件按模型判断派单、没有人更正，不计入下表。`}
          人工多在模型判断错误时才选定，所以这里的准确率偏低，只用来看哪些分类容易混淆。
        </p>
        {corrected.tested > 0 && <Figures figures={corrected} caption="人工更正的情况：一级分类" />}
      </section>
    </>
  )
}

/** Those of the hotline need not wait for the night. */
function Train({ agency }: { agency: string }) {
  const acting = useActing()
  const may = useSession().grants.some(
    grant => grant.agency === agency && (grant.role === 'dispatcher' || grant.role === 'supervisor'),
  )
  if (!may) return null
  const train = () =>
    acting.run(async () => {
      await send('POST', '/hotline/categories/training', { agency })
      return '已训练，上面是新的检验结果；以后登记的诉求按新的模型提示。'
    })
  return (
    <div className="no-print">
      <Button loading={acting.busy} onClick={() => void train()}>
        立即训练
      </Button>
      {acting.busy && <p role="status">正在训练，通常不到一分钟；离开本页，训练照常进行。</p>}
      <Outcome acting={acting} />
    </div>
  )
}

function Tree() {
  const may = holdsOne(useSession(), 'administrator')
  const lines = useCategories()?.lines
  if (lines === undefined) return null
  return may ? <TreeForm lines={lines} /> : <TreeShown lines={lines} />
}

function TreeShown({ lines }: { lines: string }) {
  return (
    <details className="card">
      <summary>{`分类表（${lines.trim().split('\n').length} 行，由系统管理员维护）`}</summary>
      <ul>
        {lines
          .trim()
          .split('\n')
          .map(line => (
            <li key={line}>{line}</li>
          ))}
      </ul>
    </details>
  )
}

function TreeForm({ lines }: { lines: string }) {
  const acting = useActing()
  const { typed, field, clear } = useTyped('gongkai categories', { lines })
  return (
    <form
      className="card"
      aria-label="分类表"
      onSubmit={event => {
        event.preventDefault()
        void acting.run(async () => {
          await send('PUT', '/hotline/categories', { lines: typed.lines })
          clear()
          return '已保存，以后选定分类时适用；已有诉求的分类不变。'
        })
      }}
    >
      <h2>分类表</h2>
      <Field label="每行一个分类，一至三级，各级之间用“/”" wrong={acting.fields.lines}>
        <textarea {...field('lines')} rows={12} required />
      </Field>
      <Button type="primary" htmlType="submit" loading={acting.busy}>
        保存分类表
      </Button>
      <Outcome acting={acting} />
    </form>
  )
}
