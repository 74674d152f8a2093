import { request } from 'node:http'

const connections = 16
const seconds = 4

/** One line of the table, with its ratio to the limit where there is one. */
export function line(what: string, milliseconds: number, limit?: number) {
  const ratio = limit === undefined ? '' : `${(milliseconds / limit).toFixed(2)} of ${limit} ms`
  return { what, figure: `${milliseconds.toFixed(1)} ms`, ratio }
}

/** The 95th percentile of so many runs after one that is not counted, in milliseconds. */
export async function p95(times: number, work: (at: number) => Promise<unknown>): Promise<number> {
  await work(0)
  const taken: number[] = []
  for (let at = 0; at < times; at++) {
    const started = performance.now()
    await work(at)
    taken.push(performance.now() - started)
  }
  return taken.toSorted((a, b) => a - b)[Math.ceil(times * 0.95) - 1] ?? 0
}

/** How often a second an address is answered at sixteen connections. */
export async function rate(port: number, path: string): Promise<number> {
  let answered = 0
  const until = performance.now() + seconds * 1000
  const one = () =>
    new Promise<void>((resolve, reject) => {
      request({ port, path, host: '127.0.0.1' }, answer => answer.resume().on('end', resolve))
        .on('error', reject)
        .end()
    })
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (; performance.now() < until; answered++) await one()
    }),
  )
  return answered / seconds
}
