import { Extension, Mark, mergeAttributes } from '@tiptap/core'
import { Image } from '@tiptap/extension-image'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'

const kept = (name: string) => ({
  default: null,
  parseHTML: (element: HTMLElement) => element.getAttribute(name),
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] === null || attributes[name] === undefined ? {} : { [name]: attributes[name] },
})

/** The places that footnotes lead to and come back to. */
const places = Extension.create({
  name: 'places',
  addGlobalAttributes: () => [
    { types: ['paragraph', 'heading', 'listItem'], attributes: { id: kept('id') } },
  ],
})

/** Links to the web, to mail, and within the text; none that runs anything. */
const link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: kept('href'), id: kept('id') }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: element => (isSafe(element.getAttribute('href') ?? '') ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes), 0],
})

/** May a text link there? */
export function isSafe(href: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:|#|\/(?!\/))/i.test(href)
}

const small = (name: 'sup' | 'sub', other: 'sup' | 'sub') =>
  Mark.create({
    name,
    excludes: other,
    addAttributes: () => ({ id: kept('id') }),
    parseHTML: () => [{ tag: name }],
    renderHTML: ({ HTMLAttributes }) => [name, mergeAttributes(HTMLAttributes), 0],
  })

/** All that a body may hold: headings, lists, tables, links, pictures, footnotes. */
export const bodyExtensions = [
  StarterKit.configure({ heading: { levels: [2, 3, 4] }, link: false, code: false, codeBlock: false }),
  TableKit.configure({ table: { resizable: false } }),
  Image,
  ...[places, link, small('sup', 'sub'), small('sub', 'sup')],
]
