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

/** The text that Prometheus reads. */
export function metricsText(gauges: Readonly<Record<string, number>>): string {
  const lines = ['# TYPE gongkai_http_request_seconds histogram']
  for (const [key, series] of requests) {
    buckets.forEach((limit, place) => {
      lines.push(`gongkai_http_request_seconds_bucket{${key},le="${limit}"} ${series.within[place]}`)
    })
    lines.push(`gongkai_http_request_seconds_bucket{${key},le="+Inf"} ${series.count}`)
    lines.push(`gongkai_http_request_seconds_sum{${key}} ${series.seconds.toFixed(6)}`)
    lines.push(`gongkai_http_request_seconds_count{${key}} ${series.count}`)
  }
  const memory = process.memoryUsage()
  const all = {
    gongkai_uptime_seconds: (Date.now() - started) / 1000,
    process_resident_memory_bytes: memory.rss,
    nodejs_heap_used_bytes: memory.heapUsed,
    ...gauges,
  }
  for (const [name, value] of Object.entries(all)) lines.push(`# TYPE ${name} gauge`, `${name} ${value}`)
  return `${lines.join('\n')}\n`
}
