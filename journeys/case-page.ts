import type { Page } from 'playwright-core'

/** Opens a step's form on the page of a request, fills it in by its labels, and confirms it. */
export async function take(
  page: Page,
  step: string,
  fill: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).click()
  const form = page.getByRole('form', { name: step, exact: true })
  for (const [label, value] of Object.entries(fill)) {
    const field = form.getByLabel(label)
    if ((await field.evaluate(each => each.tagName)) === 'SELECT') await field.selectOption({ label: value })
    else await field.fill(value)
  }
  await form.getByRole('button', { name: /^确认/ }).click()
  await form.waitFor({ state: 'detached' })
}

/** Waits until the request stands there. */
export function state(page: Page, words: string): Promise<void> {
  return page.getByRole('status', { name: '办理情况' }).getByText(words, { exact: true }).waitFor()
}
