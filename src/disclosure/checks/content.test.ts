import { expect, test } from 'vitest'
import { dayOf } from '../../statute/day.ts'
import { blankContent } from '../item.ts'
import { contentFindings } from './content.ts'
import { type FileLook, fileFindings } from './files.ts'
import { linkFindings, linksOf } from './links.ts'
import { pictureFindings } from './pictures.ts'
import { plainText } from './plain.ts'
import { textFindings } from './text.ts'
import { wordFinder } from './words/find.ts'
import { initialWhite, initialWords } from './words/initial.ts'

const list = wordFinder(initialWords, initialWhite)
const content = (change = {}) => ({
  ...blankContent('document', '20.15'),
  ...{
    title: '关于试验的通知',
    madeOn: dayOf('2026-03-02'),
    body: '<p>为了试验，现就有关事项通知如下，请遵照执行，切实抓好落实。</p>',
  },
  ...change,
})

test('a clean notice has no finding', () => {
  expect(contentFindings(content(), list, dayOf('2026-03-10'))).toEqual([])
})

test('title, summary, body and the own fields are all looked at, and each finding has its place', () => {
  const own = { phone: '13812345678', speakers: '身份证11010519491231002X' }
  const body = '<p>联系&nbsp;王某&amp;李某 13900001111</p>'
  const change = { form: 'institution', title: '帐户管理', summary: '中华民国', body, own }
  const found = contentFindings(content(change), list, dayOf('2026-03-10')).filter(
    ({ at }) => at !== undefined,
  )
  expect(found.map(({ field, severity, at }) => [field, severity, at?.text])).toEqual([
    ['body', 'severe', '13900001111'],
    ['own.phone', 'mild', '13812345678'],
    ['own.speakers', 'severe', '11010519491231002X'],
    ['title', 'mild', '帐户'],
    ['summary', 'severe', '中华民国'],
  ])
  const [place] = found
  expect(plainText(body).slice(place?.at?.start)).toBe('13900001111\n')
})

test('a draft that lacks what a reader needs says what', () => {
  const found = contentFindings(blankContent('normativeDocument', '20.1'), list, dayOf('2026-03-10'))
  expect(found.map(({ message }) => message)).toEqual(
    ['标题', '成文日期', '发文字号', '正文或者附件', '施行日期'].map(label => `还缺“${label}”，请补齐。`),
  )
})

test('a day that is no day and a number that is none are said, each with what stands there', () => {
  const own = { effectiveOn: '2026年3月', expiresOn: '', drafter: '试验处' }
  const blank = blankContent('normativeDocument', '20.1')
  const named = { title: '试验办法', documentNumber: '云试发〔2026〕1号', body: '<p>第一条</p>' }
  const madeOn = dayOf('2026-03-10')
  const found = contentFindings({ ...blank, ...named, madeOn, own }, list, madeOn)
  expect(found.map(({ severity, message }) => [severity, message])).toEqual([
    ['severe', '“施行日期”写的是“2026年3月”，请写成 2026-03-02 这样的日期。'],
  ])
})

test('a picture needs words that say what it shows, and must not stand on another site', () => {
  const body =
    '<p><img src="/a.png" alt="办事流程图" /><img src="/b.png" alt="" /><img src="/c.png" alt="IMG_0032.jpg" /><img src="https://x.test/d.png" alt="图例说明" /></p>'
  expect(
    pictureFindings(body).map(({ rule, severity, message }) => [rule, severity, message.slice(0, 9)]),
  ).toEqual([
    ['pictures.words', 'mild', '正文第 2 张图片'],
    ['pictures.words', 'mild', '正文第 3 张图片'],
    ['pictures.outside', 'severe', '正文第 4 张图片'],
  ])
})

const file = (change = {}) => ({
  ...{
    file: '00000000-0000-4000-8000-000000000001',
    name: '清单.docx',
    media: 'application/pdf',
    sizeBytes: 10,
    sha256: 'a',
  },
  ...change,
})
const look = (change: Partial<FileLook> = {}): FileLook => ({
  words: true,
  trouble: 'none',
  hidden: [],
  ...change,
})
const ofFile = (given: ReturnType<typeof file>, looked: FileLook | undefined) =>
  fileFindings([given], new Map(looked === undefined ? [] : [['a', looked]])).map(({ rule, severity }) => [
    rule,
    severity,
  ])

test('an attachment that nobody can open, search or that hides something is found', () => {
  const hidden = (kind: 'comment' | 'metadata' | 'coveredText' | 'hiddenText') => [
    { kind, where: '正文', what: '有 1 处。', count: 1 },
  ]
  expect(ofFile(file(), look())).toEqual([])
  expect(ofFile(file(), undefined)).toEqual([['files.unseen', 'severe']])
  expect(ofFile(file(), look({ trouble: 'locked' }))).toEqual([['files.locked', 'severe']])
  expect(ofFile(file(), look({ trouble: 'hurt' }))).toEqual([['files.hurt', 'severe']])
  expect(ofFile(file({ media: 'application/x-cfb' }), look({ words: false }))).toEqual([
    ['files.old', 'severe'],
  ])
  expect(ofFile(file(), look({ words: false }))).toEqual([['files.scan', 'mild']])
  expect(ofFile(file({ media: 'text/plain' }), look({ words: false }))).toEqual([['files.empty', 'mild']])
  expect(ofFile(file({ media: 'image/png' }), look({ words: false }))).toEqual([])
  expect(ofFile(file(), look({ hidden: hidden('comment') }))).toEqual([['hidden.comment', 'severe']])
  expect(ofFile(file(), look({ hidden: hidden('coveredText') }))).toEqual([['hidden.coveredText', 'severe']])
  expect(ofFile(file(), look({ hidden: hidden('hiddenText') }))).toEqual([['hidden.hiddenText', 'mild']])
  expect(ofFile(file({ media: 'x' }), look({ hidden: hidden('hiddenText') }))).toEqual([
    ['hidden.hiddenText', 'severe'],
  ])
  expect(ofFile(file(), look({ hidden: hidden('metadata') }))).toEqual([['hidden.metadata', 'mild']])
})

test('a body that is a picture or nothing says so', () => {
  const rule = (change: object) => textFindings(content(change)).map(one => one.rule)
  expect(rule({ body: '<p><img src="/a.png" alt="公告" /></p>' })).toEqual(['text.pictureOnly'])
  expect(rule({ body: '', attachments: [file()] })).toEqual(['text.none'])
  expect(rule({})).toEqual([])
})

test('a link that did not open is told with its day and its words', () => {
  const body =
    '<p><a href="https://a.test/x?a=1&amp;b=2">办事指南</a><a href="/disclosure">本站</a><a href="mailto:a@b.cn">信</a></p>'
  expect(linksOf(body)).toEqual([{ address: 'https://a.test/x?a=1&b=2', words: '办事指南' }])
  const looks = new Map([['https://a.test/x?a=1&b=2', { opens: false, why: '网页不存在', on: '2026-03-10' }]])
  expect(linkFindings(body, looks).map(({ message }) => message)).toEqual([
    '正文链接“办事指南”（https://a.test/x?a=1&b=2）在 2026-03-10 打不开：网页不存在。请更正或者删去。',
  ])
  expect(linkFindings(body, new Map()).map(({ rule, severity }) => [rule, severity])).toEqual([
    ['links.untried', 'mild'],
  ])
})
