import { expect, test } from 'vitest'
import { placesTold } from './place.ts'

test.each([
  ['家住演示路 8 号门前路灯不亮', ['演示路 8 号']],
  ['望月小区 3 号楼 2 单元电梯停运，望月小区没人管', ['望月小区 3 号楼 2 单元']],
  ['演示大道井盖破损', ['演示大道']],
  ['想了解公共租赁住房的申请条件', []],
])('%s names %j', (text, places) => {
  expect(placesTold(text)).toEqual(places)
})
