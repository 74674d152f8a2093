import { isDay } from '../../../statute/day.ts'
import { around, type PersonalFind, starred } from './a-find.ts'

const provinces = new Set([
  ...['11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42'],
  ...['43', '44', '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82'],
])
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** 公民身份号码, GB 11643: 18 signs with region, day of birth and check digit. */
export function isIdNumber(digits: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(digits) || !provinces.has(digits.slice(0, 2))) return false
  if (birthOf(digits) === undefined) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return '10X98765432'[sum % 11] === digits[17]?.toUpperCase()
}

/** The day of birth that an 18-digit number says. */
export function birthOf(digits: string): string | undefined {
  const day = `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`
  return isDay(day) && day >= '1900-01-01' && day < '2100-01-01' ? day : undefined
}

/** The old number of 15 digits, without check digit. */
export function isOldIdNumber(digits: string): boolean {
  const day = `19${digits.slice(6, 8)}-${digits.slice(8, 10)}-${digits.slice(10, 12)}`
  return /^\d{15}$/.test(digits) && provinces.has(digits.slice(0, 2)) && isDay(day)
}

/** Numbers of identity cards; also with blanks between. The text is in half width. */
export function idNumbersIn(text: string): readonly PersonalFind[] {
  const long = [...text.matchAll(/(?<![\dA-Za-z])\d(?:[ -]?\d){16}[ -]?[\dXx](?![\dA-Za-z])/g)].filter(
    ([found]) => isIdNumber(found.replace(/[ -]/g, '')),
  )
  const short = [...text.matchAll(/(?<![\dA-Za-z.])\d{15}(?![\dA-Za-z])/g)].filter(([found]) =>
    isOldIdNumber(found),
  )
  return [
    ...long.map(({ 0: found, index }) => find(found, index, 'severe')),
    ...short.map(({ 0: found, index }) =>
      find(found, index, /身份证|证件号|公民身份/.test(around(text, index, 15)) ? 'severe' : 'mild'),
    ),
  ]
}

function find(found: string, start: number, severity: 'severe' | 'mild'): PersonalFind {
  return {
    ...{ rule: 'personal.idNumber', severity, start, text: found },
    ...{ what: '身份证号码', proposal: starred(found, 6, 4) },
  }
}
