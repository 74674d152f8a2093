import { type Day, inChinese } from '../../../statute/day.ts'
import type { About } from './documents.ts'
import { paragraphs, points } from './words.ts'

/** What was done, as an agency tells it. */
export function newsText({ field, topic, turn }: About): string {
  const people = 120 + ((turn * 13) % 200)
  return paragraphs(
    `近日，${field.name}围绕${topic.name}开展走访调研，负责人深入基层，听取${topic.who}的意见和建议。`,
    `活动期间共走访单位和家庭 ${people} 户，收集意见 ${Math.floor(people / 9)} 条，当场答复 ${Math.floor(people / 12)} 条，其余事项逐项登记、限时答复。`,
    `下一步，${field.name}将针对反映集中的问题研究措施，办理情况向社会公布。`,
  )
}

/** A conference of the press, in questions and answers. */
export function conferenceText({ field, topic }: About): string {
  return `${paragraphs(`主持人：各位记者朋友，大家好。今天的发布会介绍${topic.name}工作的进展，请${field.name}负责人回答大家的提问。`)}
<h2>记者：今年${topic.name}有哪些新举措？</h2>
${paragraphs('发布人：一是简化材料，二是压缩时限，三是扩大公开。材料由八项减少到三项，平均用时减少一半。')}
<h2>记者：群众反映的问题怎么解决？</h2>
${paragraphs(`发布人：我们把12345热线反映的问题逐条建账，按月公布办理进度，请${topic.who}监督。`)}`
}

/** An interview, likewise. */
export function interviewText({ field, topic }: About): string {
  return `<h2>主持人：请介绍一下${topic.name}的有关政策。</h2>
${paragraphs(`嘉宾：这项政策面向${topic.who}，由${field.name}组织实施，符合条件的都可以申请，全程不收费。`)}
<h2>主持人：很多网友问怎么办理。</h2>
${paragraphs('嘉宾：可以在网上办，也可以到窗口办。不会上网的老年人，工作人员会帮办代办。')}`
}

/** A draft on which the public is asked. */
export function consultationText({ field, topic }: About, name: string, until: Day): string {
  return `${paragraphs(
    `为规范${topic.name}工作，${field.name}起草了《${name}（征求意见稿）》，现向社会公开征求意见。`,
    `意见可以在网上提交，也可以寄送至${field.name}。截止日期：${inChinese(until)}。`,
  )}
<h2>${name}（征求意见稿）</h2>
${points(
  `明确${topic.name}的适用范围和职责分工`,
  '规定申请、受理、决定和公开的程序和时限',
  `规定${topic.who}的权利和申请复核的途径`,
)}`
}

/** What became of the opinions. */
export function consultationResultText(name: string, turn: number): string {
  const all = 20 + (turn % 25)
  return `${paragraphs(
    `《${name}（征求意见稿）》征求意见期间，共收到意见 ${all} 条，其中采纳 ${Math.floor(all / 2)} 条，部分采纳 ${Math.floor(all / 4)} 条。`,
    '未采纳的意见，主要是与上位法不一致，或者已有规定。现将主要意见的采纳情况公布如下。',
  )}
${points('建议缩短办理时限：采纳', '建议增加网上办理渠道：采纳', '建议取消复核程序：未采纳，复核是对申请人的救济')}`
}

/** The guide to disclosure of an agency, Art. 12. */
export function guideText({ field }: About): string {
  return `<h2>一、主动公开的信息</h2>
${paragraphs(`${field.name}主动公开的信息，可以在本平台的信息公开目录中查阅，也可以到档案馆、公共图书馆和政务服务大厅的查阅场所查阅。信息自形成或者变更之日起二十个工作日内公开。`)}
<h2>二、依申请公开</h2>
${paragraphs('目录中没有的信息，公民、法人和其他组织可以申请公开，可以当面、邮寄或者在网上提交申请。自收到申请之日起二十个工作日内答复。')}
<h2>三、信息公开工作机构</h2>
${paragraphs('办公室（政务公开科）。地址：云川市演示路一号；时间：工作日 9:00 至 12:00、13:30 至 17:30；电话：0000-0000000（演示）；传真：0000-0000001（演示）。')}`
}

/** A rule of the work of disclosure. */
export function ruleText({ field }: About): string {
  return `${paragraphs(`为规范${field.name}政府信息公开工作，依据《中华人民共和国政府信息公开条例》，制定本制度。`)}
${points('公开前逐件作保密审查，谁审查谁负责', '公开内容有误的，当日更正并说明原因', '不予公开的信息每年审查一次，可以公开的及时公开', '每月核对公开栏目的更新情况')}`
}
