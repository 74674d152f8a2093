/** 2026年1月20日 09:05, in the office's time zone (UTC+8). */
export function momentInChinese(instant: string): string {
  const there = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
  const [year, month, date] = there.slice(0, 10).split('-').map(Number)
  return `${year}年${month}月${date}日 ${there.slice(11, 16)}`
}
