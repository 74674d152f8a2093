import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test.each([
  ['住房和城乡建设局', 'agency', 'zfhcxjsj'],
  ['重庆路街道办事处', 'agency', 'cqljdbsc'],
  ['12345热线中心', 'agency', '12345rxzx'],
  ['演派单', 'person', 'ypd'],
  ['曾演', 'person', 'zy'],
] as const)('%s as %s is found by %s', (name, kind, letters) => {
  expect(initialsOf(name, kind)).toBe(letters)
  expect(initialsOf(name, kind)).toBe(letters)
})
