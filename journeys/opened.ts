import type { Browser } from 'playwright-core'
import { afterAll } from 'vitest'
import { startBrowser } from './browser.ts'
import { type TestSite, testSite } from './site.ts'

/** A browser and the demo city, as on this day, for the tests of one file; both are closed after the last of them. */
export async function openedCity(
  day?: string,
): Promise<{ readonly browser: Browser; readonly site: TestSite }> {
  const before = process.env.GONGKAI_TODAY
  if (day !== undefined) process.env.GONGKAI_TODAY = day
  const [browser, site] = await Promise.all([startBrowser(), testSite()])
  afterAll(async () => {
    await browser.close()
    await site.close()
    if (before === undefined) delete process.env.GONGKAI_TODAY
    else process.env.GONGKAI_TODAY = before
  })
  return { browser, site }
}
