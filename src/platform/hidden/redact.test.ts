import { expect, test } from 'vitest'
import { aPdf } from './a-file.ts'
import { CannotRedact } from './cannot-redact.ts'
import { lookInto, pageImage, rebuiltFile } from './redact.ts'

test('looking, drawing and rebuilding are done in a thread, and its refusals come back in words', async () => {
  const bytes = aPdf('BT /F1 24 Tf 72 700 Td (Zhang San) Tj ET 0 0 0 rg 60 690 200 40 re f')
  expect(await lookInto(bytes)).toMatchObject({ kind: 'pdf', pages: 1, found: [{ kind: 'coveredText' }] })
  expect((await pageImage(bytes, 1)).length).toBeGreaterThan(100)
  const rebuilt = await rebuiltFile(bytes, {
    boxes: [{ page: 1, x: 0, y: 0, width: 1, height: 1 }],
    words: [],
  })
  expect((await lookInto(rebuilt.bytes)).found).toEqual([])
  await expect(lookInto(Buffer.from('hello'))).rejects.toThrow(CannotRedact)
}, 120_000)
