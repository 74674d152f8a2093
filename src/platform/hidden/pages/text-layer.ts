import type { PDFiumModule } from '@hyzyla/pdfium'
import type { Area } from '../box.ts'

/** A character of the text layer and where it stands; beyond 0 and 1 it is outside the page. */
export interface Character {
  readonly sign: string
  readonly area: Area
  /** The file brings no shapes for it, so that it cannot be drawn here. */
  readonly shapeless: boolean
}

type Pdfium = Awaited<ReturnType<typeof PDFiumModule>>

/** What the library has and its types do not name. */
interface TextCalls {
  readonly unicode: (text: number, at: number) => number
  readonly box: (text: number, at: number, rectangle: number) => number
  readonly object: (text: number, at: number) => number
  readonly font: (object: number) => number
  readonly embedded: (font: number) => number
  readonly place: (...numbers: readonly number[]) => number
}

function textCalls(pdfium: Pdfium): TextCalls {
  const call = (name: string) => Reflect.get(pdfium, name)
  return {
    ...{ unicode: call('_FPDFText_GetUnicode'), box: call('_FPDFText_GetLooseCharBox') },
    ...{ object: call('_FPDFText_GetTextObject'), font: call('_FPDFTextObj_GetFont') },
    ...{ embedded: call('_FPDFFont_GetIsEmbedded'), place: call('_FPDF_PageToDevice') },
  }
}

const whole = 1_000_000

/** The characters of a page in the order of reading, by the same library that draws them; line ends stand between. */
export function textLayer(pdfium: Pdfium, page: number): readonly Character[] {
  const text = pdfium._FPDFText_LoadPage(page)
  if (text === 0) return []
  const memory = pdfium.wasmExports.malloc(32)
  try {
    const calls = textCalls(pdfium)
    const fonts = new Map<number, boolean>()
    const count = pdfium._FPDFText_CountChars(text)
    const characters: Character[] = []
    for (let at = 0; at < count; at++) {
      const sign = signAt(calls, text, at)
      if (sign === '') continue
      const area = areaAt({ pdfium, calls, memory }, { page, text }, at)
      const shapeless = /\p{Script=Han}/u.test(sign) && !isEmbedded(calls, fonts, calls.object(text, at))
      characters.push({ sign, area, shapeless })
    }
    return characters
  } finally {
    pdfium.wasmExports.free(memory)
    pdfium._FPDFText_ClosePage(text)
  }
}

/** A rare character is written in two halves: the first stands for both, the second for none. */
function signAt({ unicode }: TextCalls, text: number, at: number): string {
  const code = unicode(text, at)
  if (code >= 0xdc00 && code <= 0xdfff) return ''
  const half = code >= 0xd800 && code <= 0xdbff
  return half ? String.fromCharCode(code, unicode(text, at + 1)) : String.fromCodePoint(code)
}

interface Reading {
  readonly pdfium: Pdfium
  readonly calls: TextCalls
  readonly memory: number
}

function areaAt({ pdfium, calls, memory }: Reading, of: { page: number; text: number }, at: number): Area {
  const nothing = { x: 0, y: 0, width: 0, height: 0 }
  if (!calls.box(of.text, at, memory)) return nothing
  const view = () => new DataView(pdfium.HEAPU8.buffer, memory, 32)
  const [left = 0, top = 0, right = 0, bottom = 0] = [0, 4, 8, 12].map(place =>
    view().getFloat32(place, true),
  )
  const corner = (x: number, y: number) => {
    calls.place(of.page, 0, 0, whole, whole, 0, x, y, memory + 16, memory + 20)
    return { x: view().getInt32(16, true) / whole, y: view().getInt32(20, true) / whole }
  }
  const [one, other] = [corner(left, top), corner(right, bottom)]
  return {
    ...{ x: Math.min(one.x, other.x), y: Math.min(one.y, other.y) },
    ...{ width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) },
  }
}

function isEmbedded(calls: TextCalls, known: Map<number, boolean>, object: number): boolean {
  if (object === 0) return true
  const font = calls.font(object)
  const found = known.get(font) ?? calls.embedded(font) === 1
  known.set(font, found)
  return found
}
