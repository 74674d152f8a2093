/** Does the same with every item, so many at a time: one that waits for somebody else's machine holds up nobody but its lane. */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  each: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...items]
  const lane = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await each(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
