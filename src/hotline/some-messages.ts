import { chance } from './chance.ts'
import type { Message } from './message.ts'

/** Invented messages of three kinds for tests: each has words of its kind, of a place, and of no meaning. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  路灯照明: ['路灯不亮', '灯杆倾斜', '夜间照明不足', '灯泡损坏', '路灯常亮浪费'],
  工资社保: ['拖欠工资', '社保断缴', '加班费未付', '养老保险转移', '劳动合同未签'],
  噪声油烟: ['夜宵摊噪声', '油烟扰民', '凌晨施工轰鸣', '音响太吵', '烟道直排'],
}
const places = ['云杉路', '望月小区', '三号桥', '石塔村', '东门市场']
const fillers = ['请尽快处理', '多次反映没有结果', '希望有关部门重视', '盼回复', '影响生活']

/** So many of each kind, drawn by chance, the kinds in turn. */
export function someMessages(each: number, seed = 1): { category: string; message: Message }[] {
  const draw = chance(seed)
  const one = (list: readonly string[]) => list[Math.floor(draw() * list.length)] ?? ''
  return Array.from({ length: each }, () =>
    Object.entries(kinds).map(([category, words]) => ({
      category,
      message: {
        subject: `${one(places)}${one(words)}`,
        body: `${one(fillers)}，${one(words)}，${one(places)}，${one(fillers)}。`,
      },
    })),
  ).flat()
}
