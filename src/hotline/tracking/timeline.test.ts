import { expect, test } from 'vitest'
import { demandAfter } from '../standing.ts'
import { whereItIs } from './timeline.ts'

test.each<[boolean | null, RegExp]>([
  [true, /^已经办结，您表示满意。$/],
  [false, /不满意的，可以要求重新办理/],
  [null, /不满意的，可以要求重新办理/],
])('who said %s of a closed demand is told what he may still do', (satisfied, words) => {
  expect(whereItIs({ ...demandAfter([]), state: 'closed', satisfied }, () => '')).toMatch(words)
})
