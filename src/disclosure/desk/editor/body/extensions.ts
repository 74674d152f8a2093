import { Extension, Mark, mergeAttributes } from '@tiptap/core'
import { Image } from '@tiptap/extension-image'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { captionedTable, figcaption, figure } from './captions.ts'

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

/** The head of a row or a column says which. */
const scope = Extension.create({
  name: 'scope',
  addGlobalAttributes: () => [{ types: ['tableHeader'], attributes: { scope: kept('scope') } }],
})

/** All that a body may hold: headings, lists, tables and pictures with their captions, links, footnotes. */
export const bodyExtensions = [
  StarterKit.configure({ heading: { levels: [2, 3, 4] }, link: false, code: false, codeBlock: false }),
  TableKit.configure({ table: false }),
  ...[captionedTable.configure({ resizable: false }), scope, figure, figcaption],
  Image.configure({ inline: true }),
  ...[places, small('sup', 'sub'), small('sub', 'sup'), link],
]
