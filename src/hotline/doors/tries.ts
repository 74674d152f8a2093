/** When what failed so many times is tried again, after pauses in minutes, one for each failure; undefined where it is given up. */
export function tryAfter(
  failures: number,
  { moment, pausesMinutes }: { readonly moment: string; readonly pausesMinutes: readonly number[] },
): string | undefined {
  const pause = pausesMinutes[failures - 1]
  return pause === undefined ? undefined : new Date(Date.parse(moment) + pause * 60_000).toISOString()
}
