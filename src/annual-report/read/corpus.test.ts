import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { verify } from '../verify.ts'
import { readReport } from './read.ts'

const folder = fileURLToPath(new URL('../../../../shared/corpus/annual-reports/', import.meta.url))
const here = existsSync(folder)
const files = here ? readdirSync(folder).filter(name => !name.endsWith('.json')) : []
if (!here) console.log('跳过:没有 ../shared/corpus/annual-reports')

const read = (name: string) => readReport({ name, bytes: readFileSync(folder + name) })

describe.skipIf(!here)('the published reports', () => {
  test.each(files.filter(name => existsSync(`${folder}${name.replace(/\.\w+$/, '')}.expected.json`)))(
    '%s is read as a person read it',
    async name => {
      const said: unknown = JSON.parse(
        readFileSync(`${folder}${name.replace(/\.\w+$/, '')}.expected.json`, 'utf8'),
      )
      const { report, findings, assertions } = await read(name)
      expect({ ...report, findings: [...findings, ...verify(report, { assertions })] }).toMatchObject(
        said as object,
      )
      expect(Object.keys(report.applications)).toHaveLength(
        Object.keys((said as { applications: object }).applications).length,
      )
    },
  )

  test('the edition of 2019 keeps what the form of today has too', async () => {
    const { report, findings } = await read('shanghai-office-2019-edition-2019.html')
    expect(report).toMatchObject({ agency: '上海市人民政府办公厅', year: 2019, edition: '2019' })
    expect(report.proactive).toEqual({
      regulations: { issued: 6, repealed: null, inForce: null },
      normativeDocuments: { issued: 60, repealed: null, inForce: null },
      ...{ licensing: 0, penalties: 0, coercion: 0, feesWan: null },
    })
    expect(report.applications.received).toEqual([821, 35, null, null, 2, 1, 859])
    expect(report.applications.resultTotal?.[6]).toBe(805)
    expect(report.remedies.litigationDirect).toEqual({
      upheld: 8,
      corrected: null,
      other: null,
      pending: 1,
      total: 9,
    })
    expect(findings).toEqual([])
  })
})
