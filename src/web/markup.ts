import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** A fragment of markup, escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** One choice of a list, chosen or not. */
export function option(value: string, label: string, chosen: string | undefined): Markup {
  return html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`
}
