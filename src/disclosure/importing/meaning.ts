import { type Genre, genres, type Theme, themes } from '../../statute/proactive.ts'
import type { ItemForm } from '../forms.ts'

/** What the words of a column usually hold; the first that fits decides. */
const formWords: readonly (readonly [ItemForm, RegExp])[] = [
  ['policyQuestions', /政策问答|问答/],
  ['interpretation', /解读/],
  ['normativeDocument', /规范性文件/],
  ['regulation', /规章/],
  ['consultationResult', /征集结果|采纳/],
  ['consultation', /征集|征求意见/],
  ['budget', /预算|决算/],
  ['fees', /收费/],
  ['procurement', /采购/],
  ['project', /重大.*项目|建设项目/],
  ['emergency', /应急|预警/],
  ['recruitment', /招考|招录|招聘|公务员/],
  ['institution', /机构(?:职能|设置|概况)|领导/],
  ['plan', /规划|计划/],
  ['statistics', /统计|数据/],
  ['inspection', /监督检查|抽检|双随机/],
  ['livelihood', /民生|救助|社会保障|就业|教育|医疗/],
  ['pressConference', /新闻发布会|发布会/],
  ['interview', /访谈/],
  ['story', /媒体|报道/],
  ['guide', /公开指南/],
  ['rule', /公开制度/],
  ['news', /动态|新闻|公告|公示|要闻/],
  ['document', /文件|通知|政策/],
]

/** The form that a column usually holds; undefined where its words say nothing. */
export function formByColumn(column: string): ItemForm | undefined {
  return formWords.find(([, words]) => words.test(column))?.[0]
}

/** The theme by the page's words, `城乡建设、环境保护\住房保障`. */
export function themeIn(words: string): Theme | undefined {
  const plain = words.replaceAll(/\s/g, '')
  if (plain === '') return undefined
  return (
    themes.find(theme => plain.includes(theme)) ?? themes.find(theme => theme.split('、').includes(plain))
  )
}

/** The genre by the page's words, else by how the title ends. */
export function genreIn(words: string, title: string): Genre {
  const said = genres.find(
    genre => words.trim() === genre || (words !== '' && genre.startsWith(words.trim())),
  )
  const plain = title.replace(/[（(][^（()）]*[)）]$/, '')
  const byTitle = genres.find(genre => genre !== '其他' && plain.endsWith(genre.replace('（令）', '')))
  return said ?? byTitle ?? '其他'
}

/** What the page says of being in force; `unclear` where its words are not known. */
export function validityIn(words: string): 'inForce' | 'revised' | 'repealed' | 'expired' | 'unclear' {
  const plain = words.replaceAll(/\s/g, '')
  if (/废止/.test(plain)) return 'repealed'
  if (/失效|无效|过期|^否$/.test(plain)) return 'expired'
  if (/已修(?:订|改)|^修(?:订|改)$/.test(plain)) return 'revised'
  return plain === '' || /有效|生效|^是$|施行|^-+$/.test(plain) ? 'inForce' : 'unclear'
}
