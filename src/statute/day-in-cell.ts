import { addDays, type Day, dayOf, isDay } from './day.ts'

/** The day that a cell says: 2023-1-5, 2023/1/5, 2023年1月5日, 20230105, or the number by which Excel keeps a day. */
export function dayInCell(text: string): Day | undefined {
  const plain = text.trim().replace(/[\sT]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?$/, '')
  const said =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (said !== null) {
    const [, year = '', month = '', date = ''] = said
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    return isDay(day) ? day : undefined
  }
  const serial = /^\d{5}(?:\.\d+)?$/.test(plain) ? Math.floor(Number(plain)) : 0
  return serial > 30_000 && serial < 70_000 ? addDays(dayOf('1899-12-30'), serial) : undefined
}
