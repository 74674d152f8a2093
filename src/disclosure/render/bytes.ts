import { itemPdf } from './pdf.ts'
import { itemText, type PrintedFormat, type PrintedItem } from './printed.ts'
import { itemWord } from './word.ts'

/** The item as a file of this format. */
export async function printedBytes(item: PrintedItem, format: PrintedFormat): Promise<Uint8Array> {
  if (format === 'txt') return new TextEncoder().encode(itemText(item))
  return format === 'pdf' ? itemPdf(item) : await itemWord(item)
}
