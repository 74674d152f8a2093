import type { Context } from 'hono'
import { type Element, element, type Node, xmlText } from '../../../platform/hidden/office/xml.ts'
import type { GeoError } from '../../doors/geo-report.ts'

/** What stands in an answer: an empty value is null in JSON and an empty element in XML. */
export type GeoValue =
  | string
  | number
  | boolean
  | null
  | readonly GeoValue[]
  | { readonly [name: string]: GeoValue }

/** The formats of the specification, by the ending of the address. */
export type GeoFormat = 'xml' | 'json'

/** How lists and their members are called in XML, for each list of the specification. */
const memberOf: Readonly<Record<string, string>> = {
  ...{ services: 'service', service_requests: 'request', errors: 'error', attributes: 'attribute' },
  ...{ values: 'value', endpoints: 'endpoint', formats: 'format' },
}

/** An answer in the form that the address asks for; in JSON the list itself is the document. */
export function geoAnswer(
  context: Context,
  { format, root, value }: { readonly format: GeoFormat; readonly root: string; readonly value: GeoValue },
  status: 200 | 201 | 400 | 403 | 404 | 429 | 500 = 200,
): Response {
  if (format === 'json')
    return context.body(JSON.stringify(value), status, { 'content-type': 'application/json; charset=utf-8' })
  const text = xmlText(elementOf(root, value)).replace(' standalone="yes"', '')
  return context.body(text, status, { 'content-type': 'text/xml; charset=utf-8' })
}

/** Errors in the form of the specification; the status is that of the first. */
export function geoErrors(context: Context, format: GeoFormat, errors: readonly GeoError[]): Response {
  const value = errors.map(({ code, description }) => ({ code, description }))
  return geoAnswer(context, { format, root: 'errors', value }, errors[0]?.code ?? 400)
}

function elementOf(name: string, value: GeoValue): Element {
  if (value === null) return element(name)
  if (typeof value !== 'object') return element(name, {}, [readable(String(value))])
  const children: readonly Node[] = isList(value)
    ? value.map(each => elementOf(memberOf[name] ?? 'item', each))
    : Object.entries(value).map(([key, inner]) => elementOf(key, inner))
  return element(name, {}, children)
}

function isList(value: object): value is readonly GeoValue[] {
  return Array.isArray(value)
}

/** XML 1.0 holds no control characters, however they are written. */
function readable(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}
