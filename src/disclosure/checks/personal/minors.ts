import { around, type PersonalFind } from './a-find.ts'

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔谭陆汪范石廖贾韦夏付方邹熊孟秦邱江尹薛闫段雷侯龙陶黎贺顾郝龚邵钱严武戴莫孔汤演'
const notNames =
  /^(?:高|方[面式便案法]|程[度序]|余[额下]|石油|范围|任[务何教课职期]|严[格重禁]|江[南苏西]|龙[头舟]|陆[续地]|雷[电雨]|夏[季令天]|周[边期末岁]|马[上路]|黄[色金河]|林[业地]|田[间地径]|段|武[术装器]|顾[问客]|许[可多]|何[时种]|韩国|唐[代朝]|宋[代朝]|元|钱[款物]|曾经|叶|汤|孔|付[款费])/
const name = `([${surnames}][\\p{Script=Han}某]{1,2}?)`
const withAge = new RegExp(
  `${name}[，,、（(\\s]{0,2}(?:男|女)?[，,、\\s]{0,2}(?:现年|今年|年仅|年龄[:：]?)?\\s?(\\d{1,2})\\s?周?岁`,
  'gu',
)
const called = new RegExp(
  `(?:未成年人|学生|儿童|幼儿|孤儿|婴儿|女童|男童|少年|受害人)[:：]?${name}(?=[（(，,、；;。:：\\s]|同学|家长|$)`,
  'gu',
)

/** Names of minors: with an age below eighteen, or called a pupil or a child. 未成年人保护法 Art. 103: nothing may let one know who it is. */
export function minorsIn(text: string): readonly PersonalFind[] {
  const aged = [...text.matchAll(withAge)].flatMap(({ 0: words, 1: who = '', 2: age, index }) =>
    Number(age) < 18 && !notNames.test(who) ? [find(words, index, 'severe', who)] : [],
  )
  const pupils = [...text.matchAll(called)].flatMap(({ 0: words, 1: who = '', index }) => {
    if (notNames.test(who) || aged.some(one => around(text, index, words.length, 4).includes(one.text)))
      return []
    return [find(words, index, 'mild', who)]
  })
  return [...aged, ...pupils]
}

function find(words: string, start: number, severity: 'severe' | 'mild', who: string): PersonalFind {
  return {
    ...{ rule: 'personal.minor', severity, start, text: words, what: '未成年人的姓名' },
    proposal: words.replace(who, `${who.slice(0, 1)}某${who.length > 2 ? '某' : ''}`),
  }
}
