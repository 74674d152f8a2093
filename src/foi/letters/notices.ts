import { type Day, inChinese } from '../../statute/day.ts'
import type { Fee } from '../../statute/fees.ts'
import { answerPeriod, coMakerPeriod, thirdPartyPeriod } from '../../statute/law.ts'
import type { Letter, LetterFacts, LetterKind } from './letter.ts'

const regulation = '《中华人民共和国政府信息公开条例》'

function notice(
  facts: LetterFacts,
  kind: LetterKind,
  { title, paragraphs }: Pick<Letter, 'title' | 'paragraphs'>,
): Letter {
  return {
    kind,
    title,
    number: null,
    addressee: facts.addressee,
    paragraphs,
    agency: facts.agency,
    on: facts.on,
  }
}

function intro({ requestNumber, description, receivedOn }: LetterFacts): string {
  return `您于 ${inChinese(receivedOn)}提出的政府信息公开申请（编号：${requestNumber}）收悉。您申请公开的内容为：${description}`
}

/** 登记回执: the day of receipt and by when the answer is due, Arts 31, 33. */
export function receiptLetter(facts: LetterFacts, due: Day): Letter {
  return notice(facts, 'receipt', {
    title: '政府信息公开申请登记回执',
    paragraphs: [
      intro(facts),
      `根据${regulation}第三十一条、第三十三条的规定，本机关收到申请之日为 ${inChinese(facts.receivedOn)}，将在 ${answerPeriod.value} 个工作日内即 ${inChinese(due)}前答复。需要补正、征求意见或者延长期限的，本机关将另行告知。`,
    ],
  })
}

/** 补正告知书, Art. 30: what is unclear, what to add, by when, and what follows if nothing comes. */
export function correctionLetter(
  facts: LetterFacts,
  { answerBy, reason }: { answerBy: Day; reason: string },
): Letter {
  return notice(facts, 'correction', {
    title: '政府信息公开申请补正告知书',
    paragraphs: [
      intro(facts),
      `经审查，您的申请内容不明确：${reason}`,
      `根据${regulation}第三十条的规定，请您在 ${inChinese(answerBy)}前补正。答复期限自本机关收到补正的申请之日起重新计算。无正当理由逾期不补正的，视为放弃申请，本机关不再处理。`,
    ],
  })
}

/** 第三方意见征询书, Art. 32. */
export function thirdPartyLetter(facts: LetterFacts, party: string): Letter {
  return {
    ...notice(facts, 'thirdParty', {
      title: '政府信息公开第三方意见征询书',
      paragraphs: [
        `本机关收到政府信息公开申请（编号：${facts.requestNumber}），申请公开的内容为：${facts.description}`,
        `该信息涉及你方。根据${regulation}第三十二条的规定，请在收到本征询书之日起 ${thirdPartyPeriod.value} 个工作日内书面提出是否同意公开的意见；不同意的，请说明理由。逾期未提出意见的，由本机关决定是否公开。`,
      ],
    }),
    addressee: party,
  }
}

/** 征求意见函 to an agency that made the information too, Art. 34: silence is consent. */
export function coMakerLetter(facts: LetterFacts, agency: string): Letter {
  return {
    ...notice(facts, 'coMaker', {
      title: '政府信息公开征求意见函',
      paragraphs: [
        `本机关收到政府信息公开申请（编号：${facts.requestNumber}），申请公开的内容为：${facts.description}`,
        `该信息由你单位与本机关共同制作。根据${regulation}第三十四条的规定，请在收到本函之日起 ${coMakerPeriod.value} 个工作日内提出意见；逾期未提出意见的，视为同意公开。`,
      ],
    }),
    addressee: agency,
  }
}

/** 延期答复告知书, Art. 33 ¶2: told before the period ends. */
export function extensionLetter(
  facts: LetterFacts,
  { due, workdays, reason }: { due: Day; workdays: number; reason: string },
): Letter {
  return notice(facts, 'extension', {
    title: '政府信息公开延期答复告知书',
    paragraphs: [
      intro(facts),
      `因${reason}，本机关不能按期答复。根据${regulation}第三十三条第二款的规定，经本机关政府信息公开工作机构负责人同意，延长答复期限 ${workdays} 个工作日，将在 ${inChinese(due)}前答复。`,
    ],
  })
}

/** 收费通知书, 109号: the arithmetic line by line, and what follows if it is not paid. */
export function feeLetter(facts: LetterFacts, { fee, payBy }: { fee: Fee; payBy: Day }): Letter {
  return notice(facts, 'fee', {
    title: '政府信息公开信息处理费收费通知书',
    paragraphs: [
      intro(facts),
      `根据${regulation}第四十二条和${fee.law}的规定，本机关收取信息处理费 ${fee.yuan} 元，计算如下：`,
      ...fee.lines.map(({ text }) => text),
      `请在 ${inChinese(payBy)}前缴纳。自本通知书发出至缴费的时间不计入答复期限；逾期未缴纳的，视为放弃申请，本机关不再处理。`,
    ],
  })
}
