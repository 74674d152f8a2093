import { useQuery } from '@tanstack/react-query'
import { read, wordsOf } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { Proof } from '../../../desk/proof/proof.tsx'
import { inChinese, weekdayInChinese } from '../../../statute/day.ts'
import type { LedgerLineView, ProvenLineView } from '../../duties/view.ts'

/** Why a thing is due on its day: the 20 working days of Art. 26, one by one. */
export function ItemProof({ line: { item, key, title } }: { line: LedgerLineView }) {
  const found = useQuery({
    queryKey: ['timeliness of', item],
    queryFn: () => read<readonly ProvenLineView[]>(`/items/${item}/timeliness`),
  })
  if (found.isError) return <p role="alert">{wordsOf(found.error)}</p>
  if (found.data === undefined) return <SlowSkeleton />
  const line = found.data.find(each => each.key === key)
  if (line === undefined || line.due === null || line.madeOn === null) {
    return <p>没有期限：成文日期空白，或者当年的放假安排尚未载入。</p>
  }
  const { due, madeOn, disclosedOn } = line
  return (
    <>
      <p>{title}</p>
      <p>
        {`${inChinese(madeOn)}成文，${inChinese(due)}（${weekdayInChinese(due)}）前公开。${disclosedOn === null ? '尚未公开。' : `${inChinese(disclosedOn)}公开。`}`}
      </p>
      <Proof clock={line} />
    </>
  )
}
