/** What was typed into a field of day and time, as a moment: the office's clock is Beijing's. @throws Error where nothing was */
export function officeMoment(typed: string): string {
  if (typed === '') throw new Error('请填写发布的日期和时间。')
  return `${typed.slice(0, 16)}:00+08:00`
}
