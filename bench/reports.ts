import { load } from 'cheerio'
import { aReport } from '../src/annual-report/a-report.ts'
import { readReport } from '../src/annual-report/read/read.ts'
import { render } from '../src/annual-report/render/render.ts'
import { verify } from '../src/annual-report/verify.ts'

/** Reading and checking a page of 45 KB against cheerio parsing it; 3,000 pages; PDFs once warm. */
export async function run(): Promise<void> {
  const overview = Array.from({ length: 110 }, (_, at) =>
    `第${at}项工作按计划完成，及时公开有关情况，接受社会监督。`.repeat(2),
  ).join('\n')
  const report = { ...aReport(), narrative: { overview, problems: '无。', otherMatters: '无。' } }
  const bytes = await render(report, 'html')
  const page = new TextDecoder().decode(bytes)
  const one = async () => {
    const { report: read, assertions } = await readReport({ name: 'page.html', bytes })
    return verify(read, { assertions })
  }
  const ours = await median(200, one)
  const cheerio = await median(200, async () => load(page))
  const started = performance.now()
  for (let file = 0; file < 3000; file++) await one()
  const all = (performance.now() - started) / 1000
  const peak = process.memoryUsage.rss() / 2 ** 20
  await render(report, 'pdf')
  const pdf = await median(20, () => render(aReport(), 'pdf'))
  console.table([
    {
      what: `read and check ${(bytes.length / 1024).toFixed(0)} KB`,
      figure: `${ours.toFixed(2)} ms`,
      ratio: `${(ours / cheerio).toFixed(2)} × cheerio`,
    },
    { what: 'cheerio parses it', figure: `${cheerio.toFixed(2)} ms`, ratio: '1' },
    { what: '3,000 pages', figure: `${all.toFixed(1)} s`, ratio: `${(all / 60).toFixed(2)} of 60 s` },
    {
      what: 'memory after them',
      figure: `${peak.toFixed(0)} MB`,
      ratio: `${(peak / 400).toFixed(2)} of 400 MB`,
    },
    { what: 'a PDF, warm', figure: `${pdf.toFixed(1)} ms`, ratio: `${(1000 / pdf).toFixed(0)} a second` },
  ])
}

async function median(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let time = 0; time < times; time++) {
    const started = performance.now()
    await work()
    taken.push(performance.now() - started)
  }
  return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}
