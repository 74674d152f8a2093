import fc from 'fast-check'
import { expect, test } from 'vitest'
import { urgencies } from '../demand.ts'
import { dangersIn, urgencyRaised, usualDangerKinds } from './danger.ts'

const said = (text: string) => dangersIn(text, usualDangerKinds).map(({ word }) => word)

test.each([
  ['楼下燃气泄漏，闻到煤气味', ['燃气泄漏', '煤气味']],
  ['有没有漏气请来查', ['漏气']],
  ['隔壁着火了', ['着火']],
  ['我不想活了', ['不想活']],
  ['工地拖欠工资，工人聚集在门口', ['拖欠工资', '聚集']],
  ['车胎漏气后来家里也漏气', ['漏气']],
])('danger: %s', (text, words) => expect(said(text)).toEqual(words))

test.each([
  ['燃气费怎么交'],
  ['没有漏气，只想改名'],
  ['并未起火'],
  ['商场跳楼价虚假宣传'],
  ['请配灭火器，避免火灾'],
  ['轮胎漏气，修车店多收费'],
  ['咨询燃气管道改造的补贴'],
  [''],
])('no danger: %s', text => expect(said(text)).toEqual([]))

test('urgency is raised by what is found and never lowered', () => {
  fc.assert(
    fc.property(fc.constantFrom(...urgencies), fc.string(), (urgency, more) => {
      const raised = urgencyRaised(urgency, dangersIn(`隔壁着火${more}`, usualDangerKinds))
      expect(raised).toBe('danger')
      expect(urgencyRaised(urgency, [])).toBe(urgency)
    }),
  )
})
