import { type Day, inChinese } from '../../statute/day.ts'
import type { Fee } from '../../statute/fees.ts'
import { answerPeriod } from '../../statute/law.ts'
import { asked, type Letter, type LetterFacts, letterOf, regulation, youOf } from './letter.ts'
import { paragraphsOf } from './words.ts'

/** 登记回执: the day of receipt and by when the answer is due, Arts 31, 33. */
export function receiptLetter(facts: LetterFacts, due: Day): Letter {
  const period = `根据${regulation}第三十一条、第三十三条的规定，本机关收到申请之日为${inChinese(facts.receivedOn)}，将在${answerPeriod.value}个工作日内即${inChinese(due)}前答复。需要补正、征求意见或者延长期限的，本机关将另行告知。`
  return letterOf(
    'receipt',
    { title: '政府信息公开申请登记回执', before: [...asked(facts), period], own: [], after: [] },
    facts,
  )
}

/** 补正告知书, Art. 30: what is unclear, what to add, by when, and what follows if nothing comes. */
export function correctionLetter(
  facts: LetterFacts,
  { answerBy, reason }: { answerBy: Day; reason: string },
): Letter {
  const you = youOf(facts)
  return letterOf(
    'correction',
    {
      title: '政府信息公开申请补正告知书',
      before: [...asked(facts), `经审查，${you}的申请内容不明确，需要补正的事项和理由如下：`],
      own: paragraphsOf(reason),
      after: [
        `根据${regulation}第三十条的规定，请${you}在${inChinese(answerBy)}前补正。答复期限自本机关收到补正的申请之日起重新计算。无正当理由逾期不补正的，视为放弃申请，本机关不再处理。`,
      ],
    },
    facts,
  )
}

/** 延期答复告知书, Art. 33 ¶2: told before the period ends. */
export function extensionLetter(
  facts: LetterFacts,
  { due, workdays, reason }: { due: Day; workdays: number; reason: string },
): Letter {
  return letterOf(
    'extension',
    {
      title: '政府信息公开延期答复告知书',
      before: [...asked(facts), '本机关不能按期答复，原因如下：'],
      own: paragraphsOf(reason),
      after: [
        `根据${regulation}第三十三条第二款的规定，经本机关政府信息公开工作机构负责人同意，延长答复期限${workdays}个工作日，将在${inChinese(due)}前答复。`,
      ],
    },
    facts,
  )
}

/** 收费通知书, 109号: the arithmetic line by line, and what follows if it is not paid. */
export function feeLetter(facts: LetterFacts, { fee, payBy }: { fee: Fee; payBy: Day }): Letter {
  return letterOf(
    'fee',
    {
      title: '政府信息公开信息处理费收费通知书',
      before: [
        ...asked(facts),
        `根据${regulation}第四十二条和${fee.law}的规定，本机关收取信息处理费${fee.yuan}元，计算如下：`,
        ...fee.lines.map(({ text }) => text),
      ],
      own: [],
      after: [
        `请在${inChinese(payBy)}前缴纳。自本通知书发出至缴费的时间不计入答复期限；逾期未缴纳的，视为放弃申请，本机关不再处理。`,
      ],
    },
    facts,
  )
}

/** 说明理由通知书, Art. 35: number or frequency are clearly unreasonable, and the applicant is asked why. */
export function reasonsLetter(
  facts: LetterFacts,
  { answerBy, reason }: { answerBy: Day; reason: string },
): Letter {
  const you = youOf(facts)
  return letterOf(
    'reasons',
    {
      title: '政府信息公开申请说明理由通知书',
      before: [...asked(facts), `${you}申请公开政府信息的数量、频次明显超过合理范围，具体情况如下：`],
      own: paragraphsOf(reason),
      after: [
        `根据${regulation}第三十五条的规定，请${you}在${inChinese(answerBy)}前书面说明申请的理由。本机关认为理由不合理的，将告知${you}不予处理；理由合理但不能按期答复的，将确定延迟答复的合理期限并告知${you}。`,
      ],
    },
    facts,
  )
}

/** 延迟答复告知书, Art. 35: the reasons are reasonable, but the answer cannot be ready within the period. */
export function delayLetter(facts: LetterFacts, { until, reason }: { until: Day; reason: string }): Letter {
  return letterOf(
    'delay',
    {
      title: '政府信息公开申请延迟答复告知书',
      before: [
        ...asked(facts),
        `本机关认为${youOf(facts)}说明的申请理由合理，但是不能在规定的期限内答复，原因如下：`,
      ],
      own: paragraphsOf(reason),
      after: [
        `根据${regulation}第三十五条的规定，本机关确定延迟答复的合理期限，将在${inChinese(until)}前答复。`,
      ],
    },
    facts,
  )
}
