const noise = 'script,style,meta,link,title,xml,svg,iframe,object,embed,form,input,button'
const renamed: Readonly<Record<string, string>> = { H1: 'h2', H5: 'h4', H6: 'h4', B: 'strong', I: 'em' }

/**
 * What was copied in Word, WPS or a browser, without its clutter: headings, lists, tables and emphasis stay; styles,
 * classes, the office's own elements and comments go. Pictures that lie on the copier's machine or on another site do not
 * come along; `pictures` counts them.
 */
export function withoutClutter(html: string): { readonly html: string; readonly pictures: number } {
  const page = new DOMParser().parseFromString(html.replace(/<!\[(?:if|endif)[^>]*>/gi, ''), 'text/html')
  for (const each of page.querySelectorAll(noise)) each.remove()
  const comments = page.createNodeIterator(page, NodeFilter.SHOW_COMMENT)
  for (let each = comments.nextNode(); each !== null; each = comments.nextNode())
    each.parentNode?.removeChild(each)
  const strange = [...page.body.querySelectorAll('img')].filter(
    each => !/^\/(?!\/)/.test(each.getAttribute('src') ?? ''),
  )
  for (const each of strange) each.remove()
  for (const each of [...page.body.querySelectorAll('*')]) tidy(page, each)
  return { html: page.body.innerHTML, pictures: strange.length }
}

function tidy(page: Document, each: Element): void {
  const style = each.getAttribute('style') ?? ''
  const heading = /^(?:Mso)?(Title|Heading(\d))/i.exec(each.className)
  const own = each.tagName.includes(':') || each.tagName === 'FONT'
  const bold = each.tagName === 'SPAN' && /font-weight:\s*(?:bold|[6-9]00)/i.test(style)
  const italic = each.tagName === 'SPAN' && /font-style:\s*italic/i.test(style)
  for (const { name } of [...each.attributes]) {
    if (!['href', 'src', 'alt', 'colspan', 'rowspan', 'id', 'start'].includes(name))
      each.removeAttribute(name)
  }
  const name = bold
    ? 'strong'
    : italic
      ? 'em'
      : heading === null
        ? renamed[each.tagName]
        : levelOf(heading[2])
  if (own || (each.tagName === 'SPAN' && name === undefined)) each.replaceWith(...each.childNodes)
  else if (name !== undefined) rename(page, each, name)
}

function levelOf(digit: string | undefined): string {
  return `h${Math.min(4, Number(digit ?? 1) + 1)}`
}

function rename(page: Document, each: Element, name: string): void {
  const other = page.createElement(name)
  for (const { name: attribute, value } of each.attributes) other.setAttribute(attribute, value)
  other.append(...each.childNodes)
  each.replaceWith(other)
}
