import { expect, test } from 'vitest'
import { proseValue } from '../statute/prose-number.ts'
import type { AssertedTopic } from './finding.ts'
import { assertionsIn } from './narrative.ts'

const said = (overview: string): readonly (readonly [AssertedTopic, number, boolean])[] =>
  assertionsIn({ overview, problems: '', otherMatters: '' }).map(one => [
    one.topic,
    one.value,
    one.approximate,
  ])

test.each<[string, readonly (readonly [AssertedTopic, number, boolean])[]]>([
  ['2023年我局没有收到依申请公开政府信息件。', [['received', 0, false]]],
  ['本单位本年度没有依申请公开收费情况。', [['processingFeeYuan', 0, false]]],
  ['2025年全市收取信息处理费共计400元。', [['processingFeeYuan', 400, false]]],
  ['全年各渠道主动公开政府信息400余条，其中门户网站84条。', [['disclosed', 400, true]]],
  [
    '全年共收到政府信息公开申请1,234件，上年结转5件。',
    [
      ['received', 1234, false],
      ['carriedIn', 5, false],
    ],
  ],
  ['本年度共收到二十三件政府信息公开申请，已全部办结。', [['received', 23, false]]],
  [
    '全市受理政府信息公开申请1.4万件，结转下年度继续办理819件。',
    [
      ['received', 14000, true],
      ['carriedOut', 819, false],
    ],
  ],
  [
    '因政府信息公开引发行政复议134件、行政诉讼57件。',
    [
      ['reconsideration', 134, false],
      ['litigation', 57, false],
    ],
  ],
  [
    '2024年未发生因政府信息公开引起的行政复议、行政诉讼案件。',
    [
      ['reconsideration', 0, false],
      ['litigation', 0, false],
    ],
  ],
  ['收到行政许可申请300件，办结300件。', []],
  ['热线诉求总量为42.2万件，办结10.7万件，办结率98%。', []],
  ['新收行政复议申请12件。', [['reconsideration', 12, false]]],
  ['其中通过网络收到申请5件。', []],
  ['按时答复依申请公开事项36件。', [['concluded', 36, false]]],
])('%s', (sentence, topics) => {
  expect(said(sentence)).toEqual(topics)
})

/** As offices write, with what is asserted of 2023: the topic, ~ where it is rounded, the number. */
const written: readonly (readonly [sentence: string, asserted: string])[] = [
  ['2023年，我局共收到政府信息公开申请23件，均已按时答复。', 'received 23'],
  ['全年新收政府信息公开申请一百二十三件，同比增长12.5%。', 'received 123'],
  ['2023年度收到依申请公开0件。', 'received 0'],
  ['本年度未收到政府信息公开申请。', 'received 0'],
  ['2023年，我单位无依申请公开事项。', 'received 0'],
  ['全年没有收到公民、法人或者其他组织提出的政府信息公开申请。', 'received 0'],
  ['本年度，我镇未接到依申请公开申请。', 'received 0'],
  ['2023年共受理依申请公开件56件，较上年减少3件。', 'received 56'],
  ['全市各级行政机关共收到政府信息公开申请1.2万余件。', 'received~ 12000'],
  ['全年共收到政府信息公开申请35件，其中自然人申请30件，法人或其他组织申请5件。', 'received 35'],
  [
    '收到申请35件（其中网络申请20件、信函申请15件），办结34件，结转下年度1件。',
    'received 35 concluded 34 carriedOut 1',
  ],
  [
    '2023年，全县共收到政府信息公开申请118件，上年结转4件，办结120件，结转下年度继续办理2件。',
    'received 118 carriedIn 4 concluded 120 carriedOut 2',
  ],
  [
    '予以公开56件、部分公开12件、不予公开8件、无法提供30件、不予处理2件。',
    'granted 56 partlyGranted 12 withheld 8 unavailable 30 unprocessed 2',
  ],
  ['办理结果中，予以公开、部分公开分别为15件和3件。', ''],
  ['予以公开和部分公开分别为15件、3件政府信息公开申请。', ''],
  ['因政府信息公开被申请行政复议3件，其中维持2件、纠正1件。', 'reconsideration 3'],
  ['发生政府信息公开行政复议案件2起，行政诉讼案件1起。', 'reconsideration 2 litigation 1'],
  ['全年未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。', 'reconsideration 0 litigation 0'],
  ['本年度没有因政府信息公开引起的行政复议和行政诉讼。', 'reconsideration 0 litigation 0'],
  ['我局未收取政府信息公开信息处理费。', 'processingFeeYuan 0'],
  ['依据《政府信息公开信息处理费管理办法》，本年度收取信息处理费0元。', 'processingFeeYuan 0'],
  ['2023年发出收费通知2件，收取信息处理费1200元。', 'processingFeeYuan 1200'],
  ['本年度无收取信息处理费情况。', 'processingFeeYuan 0'],
  ['全年办理行政许可11398889件，行政处罚6937489件。', ''],
  ['12345热线共受理群众诉求42.2万件，办结41.9万件。', ''],
  ['办理人大代表建议35件、政协提案42件，办结率100%。', ''],
  ['处理群众来信来访120件次，收到信访事项56件。', ''],
  ['全年收到网民留言300条，均已答复。', ''],
  ['开展政务公开培训3次，培训人员200余人次。', ''],
  ['主动公开政府信息4528条，其中通过门户网站公开3200条。', 'disclosed 4528'],
  ['全年通过各类渠道主动公开政府信息约1.5万条。', 'disclosed~ 15000'],
  ['公开发布政策解读45篇，召开新闻发布会6场。', ''],
  ['收到投诉举报3件，均已办结。', ''],
  ['受理行政复议申请134件，审结120件。', ''],
  ['全市行政复议机关共收到行政复议申请1250件，同比上升20%。', ''],
  ['办理行政诉讼应诉案件57件。', ''],
  ['本机关作为被告的行政诉讼案件12件，均与政府信息公开无关。', ''],
  ['申请公开的内容主要涉及征地拆迁、规划许可等，其中征地拆迁类20件，占比40%。', ''],
  ['申请人要求公开的信息涉及5个部门。', ''],
  ['对2022年收到的3件申请进行了回访。', ''],
  ['2022年收到政府信息公开申请12件，2023年收到政府信息公开申请15件。', 'received 15'],
  ['与2022年的45件相比，2023年收到申请数量下降20%。', ''],
  ['较上年收到的12件增加3件。', ''],
  ['全年收到政府信息公开申请15件，比去年增加3件。', 'received 15'],
  ['指导各单位办理政府信息公开申请200余件次。', ''],
  ['市政府本级收到政府信息公开申请320件，县（区）政府收到780件。', ''],
  ['其中，市教育局收到政府信息公开申请12件。', ''],
  ['截至12月31日，尚有2件申请未办结，结转至下一年度办理。', ''],
  ['上一年度结转0件，本年度结转下年度0件。', 'carriedIn 0 carriedOut 0'],
  ['无上年结转件。', 'carriedIn 0'],
  ['无结转至下年度办理的申请。', 'carriedOut 0'],
  ['行政事业性收费3万元。', 'feesWan 3'],
  ['全年收取行政事业性收费316441万元。', 'feesWan 316441'],
  ['收到政府信息公开申请二十三件次，全部按期办结。', 'received 23'],
  ['收到申请共计两件。', 'received 2'],
  ['共收到信息公开申请十余件。', 'received~ 10'],
  ['收到依申请公开申请，3件为予以公开，2件为部分公开。', ''],
  ['政府信息公开申请数量为56件，答复56件。', 'received 56 concluded 56'],
  ['共办理依申请公开56件，其中：予以公开30件，无法提供20件，其他处理6件。', 'granted 30 unavailable 20'],
  ['不予公开的申请主要为属于国家秘密2件。', ''],
  ['依申请公开政府信息答复书模板共印发300份。', ''],
  ['全年共收到政府信息公开申请12件,按时答复率100%，同比2022年减少5件。', 'received 12'],
  ['收到行政复议1件，结果为维持；收到行政诉讼0件。', 'reconsideration 1 litigation 0'],
  ['引发行政复议0件、行政诉讼0件。', 'reconsideration 0 litigation 0'],
  ['行政复议和行政诉讼均为0件。', 'reconsideration 0 litigation 0'],
  ['全年没有政府信息公开申请被提起行政复议的情况。', 'reconsideration 0'],
  ['未经复议直接起诉的行政诉讼2件，复议后起诉1件。', ''],
  ['我局没有收到涉及商业秘密的政府信息公开申请。', ''],
  ['没有出现因未及时答复政府信息公开申请而被投诉的情况。', ''],
  ['未发现不予公开的政府信息被违规公开的情况。', ''],
  ['收到公开申请后5个工作日内办结2件。', ''],
  ['我办负责答复政府信息公开申请工作的人员共3人。', ''],
]

test.each(written)('%s', (sentence, asserted) => {
  const told = assertionsIn({ overview: sentence, problems: '', otherMatters: '' }, 2023)
  const words = told.map(one => `${one.topic}${one.approximate ? '~' : ''} ${one.value}`)
  expect(words.join(' ')).toBe(asserted)
})

test.each([
  ['42.2万', 422_000],
  ['一百零五', 105],
  ['二万三千', 23_000],
  ['十二', 12],
  ['两千', 2_000],
  ['二〇二三', 2023],
])('%s is %d', (words, value) => {
  expect(proseValue(words)).toBe(value)
})
