import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { knownFile, largestFileBytes, plainName } from './known.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)
const word = (more: Record<string, Uint8Array> = {}) =>
  zipSync(
    {
      '[Content_Types].xml': bytes(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      'word/document.xml': bytes('<w:document/>'),
      ...more,
    },
    { level: 1 },
  )

test('a file is what its content says, whatever its name', async () => {
  expect(await knownFile('身份证.pdf', png)).toMatchObject({ kind: 'png', media: 'image/png' })
  expect(await knownFile('a', bytes('%PDF-1.7\n%âãÏÓ\n'))).toMatchObject({ kind: 'pdf' })
  expect(await knownFile('说明.txt', bytes('申请材料说明'))).toMatchObject({ kind: 'txt' })
  expect(await knownFile('委托书.docx', word())).toMatchObject({ kind: 'docx' })
})

const refused: readonly [string, string, Uint8Array, RegExp][] = [
  ['an empty file', '空.pdf', new Uint8Array(), /空文件/],
  ['a page in disguise', '照片.png', bytes('<html><script>alert(1)</script>'), /内容不是可以接收的文件/],
  ['a program', 'a.pdf', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), /内容不是可以接收的文件/],
  ['a script', 'a.txt', bytes('#!/bin/sh\nrm'), /内容不是可以接收的文件/],
  ['an archive of unknown things', 'a.docx', zipSync({ 'a.txt': bytes('甲') }), /内容不是可以接收的文件/],
  ['a document with macros', 'a.docx', word({ 'word/vbaProject.bin': bytes('x') }), /宏/],
  ['more than 50 MB', 'a.txt', new Uint8Array(largestFileBytes + 1).fill(65), /超过 50 MB/],
]
test.each(refused)('%s is refused, and it is said why', async (_, name, content, why) => {
  expect(await knownFile(name, content)).toMatchObject({
    kind: 'refusal',
    message: expect.stringMatching(why),
  })
})

test('a zip bomb is refused before it is unpacked', async () => {
  const bomb = word({ 'word/media/a': new Uint8Array(301 * 1024 * 1024) })
  expect(await knownFile('a.docx', bomb)).toMatchObject({ message: expect.stringContaining('压缩炸弹') })
})

const names: readonly [string, string][] = [
  ['../../etc/passwd', 'passwd'],
  ['C:\\桌面\\身份证.jpg', '身份证.jpg'],
  ['\u202Egpj.exe', 'gpj.exe'],
  ['a\u0000b\n.pdf', 'ab.pdf'],
  ['...', '未命名'],
  ['<script>.pdf', 'script.pdf'],
]
test.each(names)('of the name %j remains %s', (given, plain) => {
  expect(plainName(given)).toBe(plain)
})
