import type { Lodging } from './lodge.ts'

/** A request as a test lodges it: an invented citizen asks by counter, unless the test says otherwise. */
export function aLodging(change: Partial<Lodging> = {}): Lodging {
  return {
    ...{ agency: 'trial', channel: 'counter', applicantKind: 'naturalPerson' },
    description: '2024 年度公共租赁住房分配结果',
    ...{ givingForm: 'electronic', servingWay: 'internet' },
    applicant: {
      ...{
        name: '演申请',
        document: '演示证件000000',
        contact: '0000-0000000',
        address: '云川市演示路 1 号',
      },
      agent: null,
    },
    ...change,
  }
}
