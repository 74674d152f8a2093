import { expect, test } from 'vitest'
import { elsewhereIn } from './elsewhere.ts'

const names = ['云川市人民政府', '云川市教育局', '济南市云川开发区管理委员会']
const said = (body: string, place = '') => elsewhereIn({ subject: '路灯不亮', body, place }, names)

test.each([
  ['南京市玄武区的路灯不亮', '', ['南京市']],
  ['路灯不亮', '南京市玄武区', ['南京市']],
  ['云川市到南京市的客车', '', []],
  ['云川市到南京市的客车', '南京市汽车站', ['南京市']],
  ['从南京市到北京市的火车', '', ['南京市', '北京市']],
  ['济南市下发的文件', '', []],
  ['南京路的永辉超市门口，北京人很多', '', []],
  ['南京市民王某反映', '', []],
  ['金华市场门口的路灯', '', []],
])('%s, at %s: elsewhere %j', (body, place, cities) => {
  expect(said(body, place)).toEqual(cities)
})
