import { expect, test } from 'vitest'
import { masked } from './masking.ts'

test('a name keeps its surname, a number its end, an address its district', () => {
  const applicant = {
    ...{ name: '演申请', document: '000000199001010011', contact: '13800000000' },
    ...{ address: '云川市演示路 1 号', agent: { name: '演代理', document: '1', authority: '委托书' } },
  }
  expect(masked(applicant)).toEqual({
    ...{ name: '演**', document: '********0011', contact: '138******00', address: '云川市*******' },
    agent: '演**',
  })
})

test('an organisation keeps its ends; what is short shows nothing', () => {
  const applicant = { name: '云川演示科技有限公司', document: '12', contact: '1', address: '', agent: null }
  expect(masked(applicant)).toEqual({
    ...{ name: '云川**公司', document: '**', contact: '*', address: '', agent: null },
  })
})
