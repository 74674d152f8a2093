import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { read, send } from '../../../desk/client.ts'
import { Outcome, useActing } from '../../../office/desk/acting.tsx'
import { momentInChinese } from '../../../statute/moment.ts'

interface Learning {
  readonly learned: { readonly at: string; readonly demands: number } | null
  readonly corrections: number
  readonly training: {
    readonly byName: string
    readonly askedAt: string
    readonly begunAt: string | null
    readonly doneAt: string | null
    readonly demands: number | null
    readonly why: string
  } | null
  readonly mayTrain: boolean
}

const betweenMillis = 2000

/** What the suggested unit was learned from and when; those who keep the list let it be learned now, and see how far it is. */
export function UnitLearningCard({ hotline }: { hotline: string }) {
  const queries = useQueryClient()
  const acting = useActing()
  const queryKey = ['unit-learning', hotline]
  const found = useQuery({
    queryKey,
    queryFn: () => read<Learning>(`/hotline/unit-learning/${hotline}`),
    refetchInterval: ({ state: { data } }) => (runs(data) ? betweenMillis : false),
  })
  const train = () =>
    acting.run(async () => {
      await send('POST', '/hotline/unit-trainings', { hotline })
      await queries.invalidateQueries({ queryKey })
      return ''
    })
  if (found.data === undefined) return null
  const { learned, corrections, mayTrain, training } = found.data
  return (
    <section className="card" aria-label="派单建议的学习">
      <h2>派单建议的学习</h2>
      <p>
        {learned === null
          ? '还没有学习过；已反馈的诉求满 50 件、分属两个以上单位后，每夜自动学习。'
          : `${momentInChinese(learned.at)} 学习，用了最近反馈的 ${learned.demands} 件。每夜自动学习；`}
        {learned !== null &&
          (corrections === 0 ? '此后没有退单。' : `此后退单的 ${corrections} 件已经计入建议，不必等到夜间。`)}
      </p>
      {training !== null && <p role="status">{trainingInWords(training)}</p>}
      {mayTrain && (
        <p className="no-print">
          <Button loading={acting.busy} disabled={runs(found.data)} onClick={() => void train()}>
            立即学习
          </Button>
        </p>
      )}
      <Outcome acting={acting} />
    </section>
  )
}

function runs(data: Learning | undefined): boolean {
  return data?.training !== null && data?.training?.doneAt === null
}

function trainingInWords({
  byName,
  askedAt,
  begunAt,
  doneAt,
  demands,
  why,
}: NonNullable<Learning['training']>) {
  const asked = `${byName} ${momentInChinese(askedAt)} 启动的学习`
  if (doneAt !== null)
    return why === '' ? `${asked}已经完成，学了 ${demands} 件。` : `${asked}没有完成：${why}`
  return begunAt === null
    ? `${asked}正在排队，一分钟内开始。`
    : `${asked}正在进行：已读取 ${demands} 件，正在学习。`
}
