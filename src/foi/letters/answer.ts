import type { Outcome } from '../../statute/taxonomy.ts'
import type { Decision, WithheldPart } from '../events.ts'
import {
  closedWords,
  notHeldWords,
  unavailableWords,
  unprocessedWords,
  withheldWords,
} from './answer-words.ts'
import { asked, type Letter, type LetterFacts, letterOf, regulation, youOf } from './letter.ts'
import { nameOf, remedyParagraph } from './remedy.ts'
import { oneLine, paragraphsOf } from './words.ts'

/** The answer of this decision: what was asked, what is decided under which article, why, and the remedies. */
export function answerLetter(decision: Decision, facts: LetterFacts): Letter {
  const { outcome, reasoning } = decision
  const words = decidedWords(decision).map(text => text.replaceAll('{you}', youOf(facts)))
  return letterOf(
    outcome.kind === 'closed' ? 'ended' : 'answer',
    {
      title: `${titles[outcome.kind]}${nameOf(outcome)}`,
      before: [...asked(facts), ...words],
      own: paragraphsOf(reasoning),
      after: [remedyParagraph(outcome, facts)],
    },
    facts,
  )
}

const titles: Readonly<Record<Outcome['kind'], string>> = {
  granted: '政府信息公开',
  partlyGranted: '政府信息部分公开',
  withheld: '政府信息不予公开',
  unavailable: '政府信息无法提供',
  unprocessed: '政府信息公开申请不予处理',
  closed: '政府信息公开申请不再处理',
}

/** The law's words for this decision, before the office's own reasoning; `{you}` stands for the applicant. */
function decidedWords({ outcome, ...about }: Decision): string[] {
  switch (outcome.kind) {
    case 'granted':
      return [grantedWords(about.publicAt)]
    case 'partlyGranted':
      return partlyWords(about.parts ?? [])
    case 'withheld': {
      const { article, why } = withheldWords[outcome.ground]
      return [
        `经审查，{you}申请公开的政府信息${why}。根据${regulation}${article}的规定，本机关决定不予公开。`,
      ]
    }
    case 'unavailable':
      return [
        outcome.ground === 'notHeld'
          ? notHeld(about.rightAgency, about.notOurs)
          : unavailableWords[outcome.ground],
      ]
    case 'unprocessed':
      return [unprocessedWords[outcome.ground]]
    case 'closed':
      return [closedWords[outcome.ground]]
  }
}

function grantedWords(publicAt: string | undefined): string {
  const where = oneLine(publicAt ?? '')
  return where === ''
    ? `经审查，{you}申请公开的政府信息可以公开。根据${regulation}第三十六条第二项的规定，本机关予以公开。`
    : `经审查，{you}申请公开的政府信息已经主动公开。根据${regulation}第三十六条第一项的规定，现告知{you}获取该政府信息的方式、途径：${where}`
}

function partlyWords(parts: readonly WithheldPart[]): string[] {
  const named = parts.map(({ what, ground }, at) => {
    const { article, why } = withheldWords[ground]
    return `${at + 1}. ${oneLine(what)}：${why}，根据${regulation}${article}的规定，不予公开。`
  })
  const rest = named.length === 0 ? '对不予公开的内容说明理由如下：' : '对以下内容不予公开：'
  return [
    `经审查，{you}申请公开的政府信息中含有不应当公开的内容，但是能够作区分处理。根据${regulation}第三十七条的规定，本机关向{you}提供可以公开的内容，${rest}`,
    ...named,
  ]
}

function notHeld(rightAgency: string | undefined, notOurs: boolean | undefined): string {
  const agency = oneLine(rightAgency ?? '')
  if (agency !== '') return notHeldWords.named(agency)
  return notOurs === true ? notHeldWords.notOurs : notHeldWords.notExisting
}
