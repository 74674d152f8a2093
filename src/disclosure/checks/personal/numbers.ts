import { around, before, type PersonalFind, starred } from './a-find.ts'
import { isIdNumber } from './id-number.ts'

/** Mobile numbers; a landline is an office's own. One that is given as the way to reach the office is only mentioned. */
export function mobilesIn(text: string): readonly PersonalFind[] {
  const found = text.matchAll(/(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d([ -]?)\d{4}\1\d{4}(?!\d|\.\d|元)/g)
  return [...found].map(({ 0: number, index }) => {
    const office =
      /(?:(?:咨询|监督|举报|投诉|服务|报名|值班|办公|求助|热线)(?:电话|方式|人)?|联系(?:电话|方式|人))[^\n]{0,12}$/
    return {
      ...{ rule: 'personal.mobile', start: index, text: number, what: '手机号码' },
      severity: office.test(before(text, index)) ? 'mild' : 'severe',
      proposal: starred(number, number.replace(/[\s-]/g, '').length - 8, 4),
    }
  })
}

/** The check digit of bank cards. */
export function isLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const worth = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (worth > 9 ? worth - 9 : worth)
  }, 0)
  return sum % 10 === 0
}

/** Numbers of bank cards by their first digits, length and check digit. */
export function bankCardsIn(text: string): readonly PersonalFind[] {
  const found = text.matchAll(/(?<![\dA-Za-z.])[3-6]\d{3}(?:[ -]?\d){11,15}(?![\dA-Za-z])/g)
  return [...found].flatMap(({ 0: number, index }) => {
    const digits = number.replace(/[ -]/g, '')
    const union = /^62\d{14,17}$/.test(digits)
    const other = /^(?:4\d{15}|5[1-5]\d{14}|35\d{14})$/.test(digits)
    if ((!union && !other) || !isLuhn(digits) || isIdNumber(digits)) return []
    const said = /卡号|银行|账号|帐号|开户|储蓄|收款/.test(around(text, index, number.length))
    const severity = union || said ? 'severe' : 'mild'
    const proposal = starred(number, 4, 4)
    return {
      rule: 'personal.bankCard',
      severity,
      start: index,
      text: number,
      what: '银行卡号',
      proposal,
    } as const
  })
}

/** Passports, passes to Hong Kong, Macao and Taiwan, officers' cards: only where the text says that it is one. */
export function papersIn(text: string): readonly PersonalFind[] {
  const passports = [
    ...text.matchAll(/(?<![\dA-Za-z])(?:[EGeg][\dA-Za-z]\d{7}|[DSPdsp][Ee]?\d{7,8}|[CHMchm]\d{8,10})(?!\d)/g),
  ]
    .filter(({ 0: number, index }) => /护照|通行证/.test(around(text, index, number.length)))
    .map(({ 0: number, index }) => ({ number, index, what: '护照或者通行证号码' }))
  const military = [...text.matchAll(/[军兵士文武警海空义]字第?\s?\d{6,8}\s?号?/g)].map(
    ({ 0: number, index }) => ({ number, index, what: '军人证件号码' }),
  )
  return [...passports, ...military].map(({ number, index, what }) => ({
    ...{ rule: 'personal.paper', severity: 'severe', start: index, text: number, what },
    proposal: number.replace(/\d(?=\d{2})/g, '*'),
  }))
}

const freeMail =
  /^(?:qq|vip\.qq|foxmail|163|vip\.163|126|yeah|sina|vip\.sina|sohu|139|189|wo|gmail|hotmail|outlook|live|aliyun|icloud|yahoo)\./i

/** Addresses of private mailboxes; an office may have one too, so they are only mentioned. */
export function mailsIn(text: string): readonly PersonalFind[] {
  return [...text.matchAll(/(?<![\w.])[\w.+-]{1,64}@([\w-]+(?:\.[\w-]+)+)/g)]
    .filter(([, host = '']) => freeMail.test(host))
    .map(({ 0: address, index }) => {
      const [name = '', host = ''] = address.split('@')
      return {
        ...{ rule: 'personal.mail', severity: 'mild', start: index, text: address },
        ...{ what: '个人电子邮箱', proposal: `${name.slice(0, 2)}***@${host}` },
      }
    })
}
