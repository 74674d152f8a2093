import { expect, test } from 'vitest'
import { wrongInWords } from './field-names.ts'

test.each([
  ['subject', '请填写诉求的标题', '请填写诉求的标题'],
  ['subject', '不能超过 100 字', '标题：不能超过 100 字'],
  ['agency', '没有填写', '机构：没有填写'],
  ['by.0', '没有这种比较', '没有这种比较'],
  ['by.1', '填写不正确', '比较的项目第 2 项：填写不正确'],
  ['caller.phone', '不能超过 30 字', '电话：不能超过 30 字'],
  ['caller.phone', '电话不能超过 30 字', '电话不能超过 30 字'],
  ['内容', '填写不正确', '内容：填写不正确'],
  ['unheardOf', '填写不正确', '“unheardOf”一项填写不正确'],
])('what is wrong at %s, %s, is said to people as %s', (path, said, words) => {
  expect(wrongInWords(path, said)).toBe(words)
})
