const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const started = Date.now()

interface Series {
  count: number
  seconds: number
  within: number[]
}
const requests = new Map<string, Series>()

/** Counts one answered request under its route's pattern, never under an address with somebody's data. */
export function countRequest(method: string, route: string, status: number, seconds: number): void {
  const key = `method="${method}",route="${route.replaceAll('"', '')}",status="${status}"`
  const series = requests.get(key) ?? { count: 0, seconds: 0, within: buckets.map(() => 0) }
  series.count++
  series.seconds += seconds
  buckets.forEach((limit, place) => {
    if (seconds <= limit) series.within[place] = (series.within[place] ?? 0) + 1
  })
  requests.set(key, series)
}

/** A figure as it stands, once or by its labels. */
export interface Gauge {
  readonly name: string
  readonly help: string
  readonly values: readonly (readonly [Readonly<Record<string, string>>, number])[]
}

/** The text that Prometheus reads. */
export function metricsText(gauges: readonly Gauge[]): string {
  return `${[...requestLines(), ...[...ownGauges(), ...gauges].flatMap(gaugeLines)].join('\n')}\n`
}

function requestLines(): string[] {
  const name = 'gongkai_http_request_seconds'
  const lines = [`# HELP ${name} Answered requests by route.`, `# TYPE ${name} histogram`]
  for (const [key, series] of requests) {
    buckets.forEach((limit, place) => {
      lines.push(`${name}_bucket{${key},le="${limit}"} ${series.within[place]}`)
    })
    lines.push(`${name}_bucket{${key},le="+Inf"} ${series.count}`)
    lines.push(`${name}_sum{${key}} ${series.seconds.toFixed(6)}`, `${name}_count{${key}} ${series.count}`)
  }
  return lines
}

function ownGauges(): Gauge[] {
  const { rss, heapUsed } = process.memoryUsage()
  const one = (name: string, help: string, value: number): Gauge => ({ name, help, values: [[{}, value]] })
  return [
    one('gongkai_uptime_seconds', 'Seconds since the process started.', (Date.now() - started) / 1000),
    one('process_resident_memory_bytes', 'Resident memory.', rss),
    one('nodejs_heap_used_bytes', 'Used heap.', heapUsed),
  ]
}

function gaugeLines({ name, help, values }: Gauge): string[] {
  const lines = values.map(([labels, value]) => {
    const told = Object.entries(labels).map(([key, text]) => `${key}="${text.replace(/[\\"\n]/g, ' ')}"`)
    return `${name}${told.length === 0 ? '' : `{${told.join(',')}}`} ${value}`
  })
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...lines]
}
