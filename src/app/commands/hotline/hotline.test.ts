import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { someMessages } from '../../../hotline/some-messages.ts'
import { run } from '../../cli.ts'

const corpus = fileURLToPath(new URL('../../../../../shared/corpus/hotline/', import.meta.url))
const here = existsSync(corpus)
if (!here) console.log('跳过：没有 ../shared/corpus/hotline')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-hotline-'))
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => rm(folder, { recursive: true }))

async function hotline(...args: readonly string[]) {
  const [out, error]: [string[], string[]] = [[], []]
  const into = (texts: string[]) => (text: unknown) => texts.push(String(text)) > 0
  vi.spyOn(process.stdout, 'write').mockImplementation(into(out))
  vi.spyOn(console, 'log').mockImplementation(into(out))
  vi.spyOn(console, 'error').mockImplementation(into(error))
  const code = await run(['hotline', ...args])
  vi.restoreAllMocks()
  return { code, out: out.join(''), error: error.join('') }
}

async function aFile(name: string, rows: readonly (readonly string[])[] | Uint8Array): Promise<string> {
  const file = join(folder, name)
  const text = (lines: readonly (readonly string[])[]) => lines.map(cells => `${cells.join('\t')}\n`).join('')
  await writeFile(file, rows instanceof Uint8Array ? rows : text(rows))
  return file
}

const labelled = () =>
  aFile('labelled.tsv', [
    ['category', 'filed_at', 'subject', 'body'],
    ...someMessages(12).map(({ category, message }) => [
      category,
      '2025-01-01',
      message.subject,
      message.body,
    ]),
  ])
const filed = ['id', 'citizen', 'filed_at', 'subject', 'body']

test('messages are classified in the order of the file, from text or from subject and body', async () => {
  const file = await aFile('new.tsv', [
    ['n', 'text'],
    ['1', '路灯\\t不亮 \\\\'],
    ['2', '拖欠工资'],
  ])
  const { code, out } = await hotline('classify', '--train', await labelled(), file, '--json')
  expect(code).toBe(0)
  const found: { category: string; confidence: number }[] = JSON.parse(out)
  expect(found.map(({ category }) => category)).toEqual(['路灯照明', '工资社保'])
  for (const one of found) expect(Object.keys(one)).toEqual(['category', 'confidence'])
  const plain = await hotline('classify', '--train', await labelled(), await labelled())
  expect(plain.out).toMatch(/^1\t路灯照明\t\d+%\t/)
})

test('topics are told with their numbers, and in words with what they share', async () => {
  const file = await aFile('demands.tsv', [
    filed,
    ['7', '甲', '2025-02-01 08:00:00', '丽泽新城旁搅拌站粉尘污染', '又\\t吵'],
    ['9', '乙', '2025/2/3 9:00', '投诉丽泽新城搅拌站粉尘', ''],
    ['8', '甲', '2025-02-02', '丽泽新城搅拌站粉尘太大', ''],
    ['6', '丙', '2025-02-02', '咨询老年证怎样办理', ''],
  ])
  const { code, out } = await hotline('topics', file, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual({
    topics: [
      {
        ...{ rank: 1, heat: 3, from: '2025-02-01', to: '2025-02-03', place: '丽泽新城', people: '' },
        ...{ title: expect.stringContaining('搅拌站'), tickets: ['7', '8', '9'], citizens: 2 },
      },
    ],
  })
  expect((await hotline('topics', file, '--top', '3')).out).toMatch(/热度 3：2 人、3 件.*共同之处：.*搅拌站/s)
})

test('what cannot be done ends with 2 and says where and why', async () => {
  const good = await labelled()
  const one = ['1', '甲', '2025-01-01', '题', '文']
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['classify', good], /请用 --train/],
    [['classify', '--train', good], /请给出一个要分类的文件/],
    [['classify', '--train', join(folder, 'none'), good], /没有这个文件/],
    [['classify', '--train', folder, good], /这是一个文件夹/],
    [['classify', '--train', good, good, '--quick'], /参数不正确/],
    [['classify', '--train', await aFile('a', [['text'], ['x']]), good], /第 1 行：没有 category/],
    [
      [
        'classify',
        '--train',
        await aFile('b', [
          ['category', 'text'],
          ['甲', 'x'],
          ['', 'y'],
        ]),
        good,
      ],
      /第 3 行.*空的/,
    ],
    [
      [
        'classify',
        '--train',
        await aFile('c', [
          ['category', 'text'],
          ['甲', 'x'],
        ]),
        good,
      ],
      /都是“甲”一类/,
    ],
    [['classify', '--train', await aFile('d', [['category', 'text']]), good], /只有列名/],
    [['classify', '--train', good, await aFile('e', [])], /文件是空的/],
    [
      ['classify', '--train', good, await aFile('f', [['text', 'b'], ['x']])],
      /第 2 行：有 1 个值，列名有 2 个/,
    ],
    [['classify', '--train', good, await aFile('g', [['text'], ['x'], [''], ['y']])], /第 3 行：是空行/],
    [
      [
        'classify',
        '--train',
        good,
        await aFile('h', [
          ['text', 'text'],
          ['x', 'y'],
        ]),
      ],
      /“text”出现两次/,
    ],
    [['classify', '--train', good, await aFile('i', [['words'], ['x']])], /没有 text 这一列/],
    [
      ['classify', '--train', good, await aFile('j', Uint8Array.of(116, 10, 0xc4, 0xe3, 10))],
      /第 2 行：不是 UTF-8/,
    ],
    [['topics'], /请给出一个文件/],
    [['topics', good, '--top', '0'], /应为 1 以上的整数/],
    [
      [
        'topics',
        await aFile('k', [
          ['id', 'subject'],
          ['1', 'x'],
        ]),
      ],
      /第 1 行：没有 citizen、filed_at、body 这几列/,
    ],
    [
      ['topics', await aFile('l', [filed, one.with(2, '2025-02-30')])],
      /第 2 行：filed_at “2025-02-30”不是日期/,
    ],
    [['topics', await aFile('m', [filed, one, one])], /第 3 行：id “1”与第 2 行相同/],
    [['topics', await aFile('n', [filed, one.with(1, ' ')])], /第 2 行：citizen 是空的/],
  ]
  for (const [args, words] of cases) {
    const { code, out, error } = await hotline(...args)
    expect([args, code, out]).toEqual([args, 2, ''])
    expect(error).toMatch(words)
  }
})

test.skipIf(!here)('real messages are read whole; what was learned from them is found again', async () => {
  const file = `${corpus}labelled.tsv`
  const { code, out } = await hotline('classify', '--train', file, file, '--json')
  const found: { category: string }[] = JSON.parse(out)
  expect([code, found.length]).toEqual([0, 2170])
  expect(new Set(found.map(({ category }) => category)).size).toBe(7)
  const { topics } = JSON.parse((await hotline('topics', `${corpus}replied.tsv`, '--json')).out)
  expect(topics).toHaveLength(20)
  for (const { citizens, tickets } of topics) expect(tickets.length).toBeGreaterThanOrEqual(citizens)
})
