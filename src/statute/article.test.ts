import { expect, test } from 'vitest'
import { articleName } from './article.ts'

test.each([
  ['Art 49', '《政府信息公开条例》第四十九条'],
  ['Art 20 (12)', '《政府信息公开条例》第二十条第（十二）项'],
  ['Art 33 ¶2', '《政府信息公开条例》第三十三条第二款'],
  ['Arts 14-16', '《政府信息公开条例》第十四条至第十六条'],
  ['预算法 Art 14', '《预算法》第十四条'],
  ['国办公开办函〔2021〕30号', '国办公开办函〔2021〕30号'],
])('%s is cited as the office cites it', (law, cited) => {
  expect(articleName(law)).toBe(cited)
})
