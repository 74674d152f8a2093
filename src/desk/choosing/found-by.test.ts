import { expect, test } from 'vitest'
import { foundBy } from './found-by.ts'

const units = [
  { label: '云川市自然资源局', initials: 'zrzyj ycszrzyj' },
  { label: '云川市住房和城乡建设局', initials: 'zfhcxjsj ycszfhcxjsj' },
  { label: '云川市教育局', initials: 'jyj ycsjyj' },
  { label: '云川市应急管理局', initials: 'yjglj ycsyjglj' },
]

test.each([
  ['zjj', ['云川市住房和城乡建设局']],
  ["z'j'j", ['云川市住房和城乡建设局']],
  ['住建局', ['云川市住房和城乡建设局']],
  ['ZF', ['云川市住房和城乡建设局']],
  ['jy', ['云川市教育局']],
  ['yj', ['云川市应急管理局']],
  ['教育', ['云川市教育局']],
  ['wj', []],
  ['', units.map(({ label }) => label)],
])('%s finds %j', (sought, found) => {
  expect(
    foundBy(sought, units)
      .slice(0, Math.max(found.length, 1))
      .map(({ label }) => label),
  ).toEqual(found)
})
