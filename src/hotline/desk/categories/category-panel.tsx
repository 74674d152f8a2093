import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { read, send } from '../../../desk/client.ts'
import { Field, Outcome, textIn, useActing } from '../../../office/desk/acting.tsx'
import type { CategoryView, HeldCategory } from '../../classify/view.ts'
import { useCategories } from './use-categories.ts'

/** The category of a demand: what the model says and how sure it is, or what somebody decided; and how to correct it. */
export function CategoryPanel({ demand }: { demand: string }) {
  const found = useQuery({
    queryKey: ['demand', demand, 'category'],
    queryFn: () => read<CategoryView>(`/demands/${demand}/category`),
  })
  if (found.data === undefined) return found.isError ? <p role="alert">分类暂时读不到，请刷新页面。</p> : null
  const { held, mayDecide } = found.data
  return (
    <section aria-label="分类">
      <h3>分类</h3>
      <p>{categoryInWords(held)}</p>
      {mayDecide && <Deciding demand={demand} held={held} />}
    </section>
  )
}

function categoryInWords(held: HeldCategory | null): string {
  if (held === null) return '还没有分类。'
  const { category, suggested, confidence, byHand, decidedBy } = held
  const sure = `把握 ${Math.round((confidence ?? 0) * 100)}%`
  const said = suggested === null ? '' : `模型曾判断为 ${suggested}，${sure}。`
  if (byHand) return `${category}（${decidedBy} 选定）。${said}`
  return category === '' ? `模型没有把握（${sure}），请人工选定。` : `${category}（模型判断，${sure}）`
}

function Deciding({ demand, held }: { demand: string; held: HeldCategory | null }) {
  const acting = useActing()
  const tree = useCategories()
  return (
    <details className="no-print">
      <summary>{held?.byHand === true ? '改选分类' : '选定分类'}</summary>
      <form
        onSubmit={event => {
          event.preventDefault()
          const category = textIn(new FormData(event.currentTarget), 'category')
          void acting.run(async () => {
            await send('PUT', `/demands/${demand}/category`, { category })
            return '已选定，模型不再改动；今后的训练以此为准。'
          })
        }}
      >
        <Field label="分类（输入几个字查找）" wrong={acting.fields.category}>
          <input name="category" list="categories" required maxLength={200} defaultValue={held?.category} />
        </Field>
        <datalist id="categories">
          {tree?.categories.map(category => (
            <option key={category} value={category} />
          ))}
        </datalist>
        <Button htmlType="submit" loading={acting.busy}>
          选定
        </Button>
        <Outcome acting={acting} />
      </form>
    </details>
  )
}
