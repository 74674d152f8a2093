/** The text as it may stand in XML, in an element or an attribute; what XML has no writing for is left out. */
export function xml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '')
    .replace(/[<>&"']/g, sign => `&#${sign.charCodeAt(0)};`)
}
