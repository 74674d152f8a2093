/** An article as the office cites it: `Art 49` is 《政府信息公开条例》第四十九条. */
export function articleName(law: string): string {
  const number = /^Art (\d+)$/.exec(law)?.[1]
  return number === undefined ? law : `《政府信息公开条例》第${chinese(Number(number))}条`
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

function chinese(number: number): string {
  const tens = Math.floor(number / 10)
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return `${head}${digits[number % 10] ?? ''}`
}
