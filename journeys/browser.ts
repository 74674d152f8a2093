import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core'

const require = createRequire(import.meta.url)
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** The two widths at which every journey is walked, in CSS pixels. */
export const widths = [1280, 390] as const

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A bare machine has no Chinese font: this hands the browser the one that npm brought. */
function fontConfig(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-fonts-'))
  const fonts = dirname(require.resolve('node-source-han-sans-sc/package.json'))
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  )
  return file
}

/**
 * Starts the browser that npm brought.
 * @throws with one line that says what to install where a system library is missing
 */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env.GONGKAI_BROWSER ?? (await chromium.executablePath())
  try {
    return await driver.launch({
      executablePath,
      args: flags,
      // Without a locale of UTF-8 the browser cannot name a file in Chinese.
      env: { ...process.env, LC_ALL: 'C.UTF-8', FONTCONFIG_FILE: fontConfig() },
    })
  } catch (cause) {
    throw new Error(
      'The browser does not start. Install its system libraries (Debian: apt-get install libnss3 libnspr4), ' +
        'or name another Chromium in GONGKAI_BROWSER.',
      { cause },
    )
  }
}

/** A fresh visitor: cookies of nobody else, the clock of the office's own time zone. */
export function visitor(browser: Browser, width: number, javaScriptEnabled = true): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height: width > 600 ? 900 : 844 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
    javaScriptEnabled,
  })
}

/** What WCAG 2.1 A and AA find wrong with the page as it stands, one line each. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // A colour on its way to another is none that anybody reads.
  await page.evaluate(
    `Promise.all(document.getAnimations().filter(each => each.playState === 'running' && each.effect?.getComputedTiming().endTime !== Infinity)
      .map(each => each.finished.catch(() => undefined))).then(() => undefined)`,
  )
  await page.evaluate(axeSource)
  const problems: string[] = await page.evaluate(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  }).then(result => result.violations.map(v => v.id + ': ' + v.help + ' at ' +
    v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', ')))`)
  return problems
}

/** Keeps a picture of the page where GONGKAI_PICTURES names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.GONGKAI_PICTURES
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
