/**
 * Runs what a form asks for; where the same form was sent a second time while the first was still being written, runs it once
 * more, so that the receipt of the first is found. `marks` are the constraints that tell a second sending.
 */
export async function onceMore<T>(run: () => Promise<T>, marks: readonly string[]): Promise<T> {
  return await run().catch((cause: unknown) => {
    const isSecond =
      cause instanceof Error && 'constraint' in cause && marks.includes(String(cause.constraint))
    if (isSecond) return run()
    throw cause
  })
}
