/**
 * An article as the office cites it: `Art 49` is 《政府信息公开条例》第四十九条, `Art 20 (12)` its item, `Art 33 ¶2` its
 * paragraph, `Arts 14-16` several, `预算法 Art 14` an article of another law; what has no article stays as it is written.
 */
export function articleName(law: string): string {
  const [, other, first, last, item, paragraph] =
    /^(?:([\u4e00-\u9fff]+) )?Arts? (\d+)(?:-(\d+))?(?: \((\d+)\))?(?: ¶(\d+))?$/.exec(law) ?? []
  if (first === undefined) return law
  const until = last === undefined ? '' : `至第${chinese(Number(last))}条`
  const part = paragraph === undefined ? '' : `第${chinese(Number(paragraph))}款`
  const point = item === undefined ? '' : `第（${chinese(Number(item))}）项`
  return `《${other ?? '政府信息公开条例'}》第${chinese(Number(first))}条${until}${part}${point}`
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

function chinese(number: number): string {
  const tens = Math.floor(number / 10)
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return `${head}${digits[number % 10] ?? ''}`
}
