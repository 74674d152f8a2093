import { type SheetValues, sheetValues } from '../hidden/office/sheet/values.ts'
import { oldSheetValues } from './sheets.ts'

/** The sheets that are shown of an Excel file of any age. @throws HurtFile, CannotRedact */
export function anySheetValues(bytes: Uint8Array, mostColumns: number): readonly SheetValues[] {
  return isOldOffice(bytes) ? oldSheetValues(bytes, mostColumns) : sheetValues(bytes, mostColumns)
}

/** Is it in the form of Office 97 to 2003? A newer file under a password is too. */
export function isOldOffice(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
}
