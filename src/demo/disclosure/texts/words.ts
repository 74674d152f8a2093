/** Markup of what stands one under the other. */
export const paragraphs = (...lines: readonly string[]): string =>
  lines.map(line => `<p>${line}</p>`).join('')

/** A list of points. */
export const points = (...lines: readonly string[]): string =>
  `<ul>${lines.map(line => `<li>${line}</li>`).join('')}</ul>`

/** A table with its caption and heads. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const cells = (row: readonly (string | number)[]) => row.map(cell => `<td>${cell}</td>`).join('')
  return `<table><caption>${caption}</caption><thead><tr>${heads
    .map(head => `<th scope="col">${head}</th>`)
    .join('')}</tr></thead><tbody>${rows.map(row => `<tr>${cells(row)}</tr>`).join('')}</tbody></table>`
}

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const

/** A number up to 99 as Chinese text writes it: 第十二条. */
export function ordinal(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  if (tens === 0) return digits[ones] ?? ''
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`
}

/** Articles one after the other. */
export function articles(...lines: readonly string[]): string {
  return lines.map((line, at) => `<p>第${ordinal(at + 1)}条　${line}</p>`).join('')
}
