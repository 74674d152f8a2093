import { type Day, inChinese } from '../../../statute/day.ts'
import type { Field, Topic } from '../topics.ts'
import { articles, paragraphs, points, table } from './words.ts'

/** What a text is made of. */
export interface About {
  readonly field: Field
  readonly topic: Topic
  readonly year: number
  readonly on: Day
  readonly turn: number
}

const kinds = ['管理办法', '实施细则', '暂行规定', '工作规则'] as const

/** The name of a normative document: 《云川市老旧小区改造管理办法》. */
export function nameOfRules({ field, topic, turn }: About): string {
  const place = field.agency === 'yunchuan-qinghe' ? '青禾县' : '云川市'
  return `${place}${topic.name}${kinds[turn % kinds.length]}`
}

/** The body of a normative document, article by article; a later making differs in its numbers. */
export function rulesText(about: About): string {
  const { field, topic, year, on, turn } = about
  const days = 5 + ((year + turn) % 3) * 5
  const department = field.departments[turn % field.departments.length] ?? ''
  const name = nameOfRules(about)
  return `${paragraphs(`各县（区）有关部门，各有关单位：`, `现将《${name}》印发给你们，请认真贯彻执行。`)}
<h2>${name}</h2>
<h3>第一章　总则</h3>
${articles(
  `为了规范${topic.name}工作，维护${topic.who}的合法权益，根据有关法律、法规，结合本市实际，制定本办法。`,
  `本市行政区域内的${topic.name}及其监督管理，适用本办法。`,
  `${topic.name}应当遵循公开透明、便民高效、权责一致的原则。`,
  `${field.name}负责全市${topic.name}的组织、指导和监督，具体工作由${department}承担。县（区）有关部门按照职责分工做好相关工作。`,
  `申请办理${topic.name}事项的，应当提交申请表、身份证明和与申请事项有关的材料，并对材料的真实性负责。`,
  `受理机关应当自受理之日起${days}个工作日内作出决定；情况复杂的，经机关负责人批准，可以延长${days}个工作日，并书面告知申请人。`,
  `办理结果应当自作出之日起二十个工作日内向社会公开，公开前应当依法进行保密审查，并对个人信息作去标识化处理。`,
  `${topic.who}对办理结果有异议的，可以自知道之日起三十日内向${field.name}申请复核。`,
  `任何单位和个人发现违反本办法行为的，有权投诉、举报；受理机关应当在${days + 5}个工作日内核实处理。`,
  `工作人员在${topic.name}工作中玩忽职守、滥用职权、徇私舞弊的，依法给予处分；构成犯罪的，依法追究刑事责任。`,
  `弄虚作假、骗取${topic.name}有关待遇的，责令退回，记入信用记录，并依照有关法律、法规的规定处理。`,
  `本办法由${field.name}负责解释。`,
  `本办法自${inChinese(on)}起施行。`,
)}`
}

/** A notice about a year's work. */
export function noticeText({ field, topic, year, turn }: About): string {
  const share = 82 + ((turn * 7) % 16)
  return `${paragraphs(
    `各县（区）有关部门，各有关单位：`,
    `为做好${year}年${topic.name}工作，切实维护${topic.who}的合法权益，现就有关事项通知如下。`,
  )}
<h2>一、工作目标</h2>
${paragraphs(`到${year}年底，全市${topic.name}各项任务完成率达到${share}%以上，群众反映的突出问题得到解决，长效机制进一步健全。`)}
<h2>二、重点任务</h2>
${points(
  `摸清底数。各地于三月底前完成${topic.name}情况排查，建立台账，逐项明确责任人和时限。`,
  `规范办理。统一受理条件、申请材料和办理时限，推行网上办理，减少重复提交材料。`,
  `加强公开。办理依据、程序和结果及时公开，主动接受${topic.who}和社会监督。`,
  `强化督查。${field.name}每季度抽查一次，对进展缓慢的予以通报。`,
)}
<h2>三、工作要求</h2>
${paragraphs(
  `各单位要加强组织领导，主要负责人亲自抓，分管负责人具体抓，确保各项措施落到实处。`,
  `各单位请于每季度末向${field.name}${field.departments[0] ?? ''}报送进展情况，重要情况随时报告。`,
)}`
}

/** What a new document means for those whom it concerns. */
export function interpretationText({ field, topic, on, turn }: About, name: string): string {
  const days = 5 + (turn % 3) * 5
  return `<h2>一、为什么要出台</h2>
${paragraphs(
  `近年来，${topic.who}对${topic.name}提出了更高要求。原有规定在办理时限、公开范围方面不够明确，需要作出统一规定。${field.name}在调查研究、公开征求意见和合法性审核的基础上，制定了《${name}》。`,
)}
<h2>二、主要规定了什么</h2>
${points(
  `明确了谁来办：由${field.name}统一负责，县（区）按职责分工落实。`,
  `明确了多久办：受理后${days}个工作日内作出决定，延长须书面告知。`,
  `明确了怎么公开：结果在二十个工作日内公开，个人信息作去标识化处理。`,
)}
<h2>三、与原政策有什么不同</h2>
${paragraphs(`一是压缩了办理时限；二是取消了可以通过数据共享取得的证明材料；三是增加了复核程序，${topic.who}有异议的可以申请复核。`)}
<h2>四、从什么时候起施行</h2>
${paragraphs(`自${inChinese(on)}起施行。施行前已经受理的，按照有利于申请人的原则办理。`)}`
}

/** Questions that were asked often, with their answers. */
export function questionsText({ field, topic }: About): string {
  return `<h2>问：办理${topic.name}有关事项，需要带什么材料？</h2>
${paragraphs(`答：申请表、身份证明，以及与事项有关的材料。能够通过数据共享核验的，不需要提交。`)}
<h2>问：在哪里办，要多久？</h2>
${paragraphs(`答：可以在政务服务网办理，也可以到政务服务大厅的${field.name}窗口办理。材料齐全的，当场受理。`)}
<h2>问：对结果不满意怎么办？</h2>
${paragraphs(`答：可以向${field.name}申请复核，也可以依法申请行政复议或者提起行政诉讼。`)}`
}

/** A plan of several years, with its targets in a table. */
export function planText({ field, topic, year, turn }: About): string {
  const row = (name: string, base: number, unit: string) =>
    [name, unit, base, base + 12 + (turn % 9), '预期性'] as const
  return `${paragraphs(
    `本规划依据国家、省有关规划和《云川市国民经济和社会发展规划纲要》编制，明确规划期内${topic.name}的目标、任务和保障措施。`,
  )}
<h2>一、基础和形势</h2>
${paragraphs(`近年来，${field.name}围绕${topic.name}完善制度、加大投入，取得明显成效，但仍存在发展不平衡、服务能力不足等问题。`)}
<h2>二、主要指标</h2>
${table(
  `${topic.name}主要指标`,
  ['指标', '单位', `${year}年`, `${year + 4}年`, '属性'],
  [row('服务覆盖率', 70, '%'), row('按期办结率', 85, '%'), row('群众满意率', 80, '%')],
)}
<h2>三、重点任务</h2>
${points('完善政策体系', '提升服务能力', '加强监督管理', '推进信息公开')}
<h2>四、保障措施</h2>
${paragraphs('加强组织领导，落实资金保障，开展中期评估，向社会公布实施情况。')}`
}
