/** The text as it may stand in XML, in an element or an attribute. */
export function xml(text: string): string {
  return text.replace(/[<>&"']/g, sign => `&#${sign.charCodeAt(0)};`)
}
