import { dayOf } from '../../statute/day.ts'
import type { Letter, LetterFacts } from './letter.ts'
import { correctionLetter } from './notices.ts'

/** What a test's letters are written from, unless it says otherwise. */
export function someFacts(change: Partial<LetterFacts> = {}): LetterFacts {
  return {
    ...{ addressee: '演申请', agency: '云川市试验局', requestNumber: '〔2025〕第7号' },
    ...{ description: '2024年度公共租赁住房分配结果', receivedOn: dayOf('2025-03-03') },
    ...{ on: dayOf('2025-03-10'), servingWay: 'internet' },
    remedies: {
      ...{ reconsideration: '云川市人民政府', court: '云川市人民法院' },
      internetAddress: 'https://fuyi.example',
    },
    ...change,
  }
}

/** A numbered letter with two paragraphs of the clerk's own. */
export function aLetter(change: Partial<Letter> = {}): Letter {
  const reason = '没有写明是哪一年的分配结果。\n请补充年度和小区名称。'
  const letter = correctionLetter(someFacts(), { answerBy: dayOf('2025-04-07'), reason })
  return { ...letter, number: '〔2025〕第12号', ...change }
}
