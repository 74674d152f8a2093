import type { BodyElement } from './parse.ts'

const note = /^(?:foot|end)note(?:-ref)?-\d{1,5}$/
const noteNames: readonly (readonly [RegExp, string])[] = [
  [/^_ftn(?=\d)/, 'footnote-'],
  [/^_ftnref(?=\d)/, 'footnote-ref-'],
  [/^_edn(?=\d)/, 'endnote-'],
  [/^_ednref(?=\d)/, 'endnote-ref-'],
]

/** Only footnotes have names in a body: any other could be mistaken for a part of the page. */
function noteName(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const [pattern, anew] = noteNames.find(([one]) => one.test(text)) ?? []
  const name = pattern === undefined || anew === undefined ? text : text.replace(pattern, anew)
  return note.test(name) ? name : undefined
}

const numbers = (element: BodyElement, names: readonly string[]) =>
  names.flatMap(name => {
    const said = element.attributes[name] ?? ''
    return /^[1-9]\d{0,3}$/.test(said) ? [[name, said] as const] : []
  })

/** What is kept of an element's attributes. */
export function keptAttributes(element: BodyElement): Readonly<Record<string, string>> {
  const { name, attributes } = element
  const bears = /^(?:a|li|sup|p|h[234])$/.test(name)
  const id = !bears
    ? undefined
    : (noteName(attributes.id) ?? (name === 'a' ? noteName(attributes.name) : undefined))
  const named = id === undefined ? [] : [['id', id] as const]
  return Object.fromEntries([...named, ...others(element), ...(name === 'a' ? target(attributes.href) : [])])
}

function others(element: BodyElement): readonly (readonly [string, string])[] {
  const { name, attributes } = element
  switch (name) {
    case 'td':
      return numbers(element, ['colspan', 'rowspan']).filter(([, said]) => said !== '1')
    case 'th': {
      const scope = /^(?:row|col)(?:group)?$/.test(attributes.scope ?? '') ? attributes.scope : undefined
      const spans = numbers(element, ['colspan', 'rowspan']).filter(([, said]) => said !== '1')
      return scope === undefined ? spans : [...spans, ['scope', scope]]
    }
    case 'ol':
      return numbers(element, ['start']).filter(([, said]) => said !== '1')
    case 'img': {
      const src = (attributes.src ?? '').trim()
      return [['src', src], ['alt', (attributes.alt ?? '').trim()], ...numbers(element, ['width', 'height'])]
    }
    default:
      return []
  }
}

function target(href: string | undefined): readonly (readonly [string, string])[] {
  const said = (href ?? '').trim()
  if (!said.startsWith('#')) return isSafe(said) ? [['href', said]] : []
  const name = noteName(said.slice(1))
  return name === undefined ? [] : [['href', `#${name}`]]
}

/** An address that a browser opens as a page, a letter or a call; also one of this site. */
export function isSafe(address: string): boolean {
  if (address === '' || /[\p{Cc}\s\\]/u.test(address) || address.startsWith('//')) return false
  const scheme = /^([^/?#]*):/.exec(address)?.[1]
  return scheme === undefined || /^(?:https?|mailto|tel)$/i.test(scheme)
}
