/** The end of the process, whenever it comes. */
export interface Stopping {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal
  /** Adds what must be closed at the end; what was opened last is closed first. */
  atEnd(close: () => Promise<void>): void
  /** Closes all, once. */
  close(): Promise<void>
  /** From now on a signal closes all and ends the process; until then it only aborts what is being started. */
  started(): void
}

/** Listens for Ctrl-C and SIGTERM. The first finishes what runs; a second one ends at once. */
export function stopping(say: (what: string) => void): Stopping {
  const controller = new AbortController()
  const closers: (() => Promise<void>)[] = []
  let ready = false
  const close = async () => {
    for (let next = closers.pop(); next !== undefined; next = closers.pop()) await next()
  }
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(1)
    say('正在停止：完成已收到的请求和正在进行的任务，停止数据库')
    controller.abort()
    if (ready) close().then(() => process.exit(0), ended)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return {
    ...{ signal: controller.signal, close },
    atEnd: each => closers.push(each),
    started: () => {
      ready = true
    },
  }
}

function ended(cause: unknown): void {
  console.error(cause)
  process.exit(1)
}
