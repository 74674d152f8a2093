import { afterAll, beforeAll, expect, test } from 'vitest'
import { aLodging } from '../../../foi/act/a-lodging.ts'
import { answer, check, consent, draft } from '../../../foi/act/answering.ts'
import { assign } from '../../../foi/act/handling.ts'
import { lodge } from '../../../foi/act/lodge.ts'
import { seenRecord } from '../../../foi/act/views/case.ts'
import { theSystem } from '../../../office/agencies.ts'
import { addPerson } from '../../../office/people.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { addDays, dayOf } from '../../../statute/day.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { doing, openHotline, refused, registered, secrets, start, who } from '../a-hotline.ts'
import { theCaller } from '../caller/filing.ts'
import { attach } from '../papers/papers.ts'
import { demandView, openCaller } from '../views/demand.ts'
import { convertToRequest } from './converting.ts'
import { linkedDemand } from './linked.ts'
import { demandFromRequest } from './taking-over.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
})
afterAll(() => work.close())

test('a demand that asks for information becomes a request, whose period does not run yet', async () => {
  const { id } = await registered(work, { subject: '申请公开路灯招标结果' })
  const file = { name: '招标公告.txt', bytes: new TextEncoder().encode('路灯招标公告') }
  await attach(
    work,
    { ...doing(id, theCaller), asCaller: true, secrets },
    { words: '见附件', files: [file], open: true },
  )
  const converting = { unit: 'roads', name: '演申请', document: '未提供，待补正', contact: '000-00000000' }
  const convert = (reason: string) =>
    convertToRequest(work, { ...doing(id, who('dispatcher')), secrets }, { ...converting, reason })
  expect((await convert('')).done).toMatchObject(refused(/转办的理由/))
  expect(await work.db.selectFrom('foi_requests').select('id').execute()).toEqual([])
  const { done, receipt } = await convert('属于信息公开申请')
  expect(done).toMatchObject({ state: 'converted', closedAt: start })
  expect(receipt?.trackingCode).toMatch(/^[\w-]{22}$/)
  const request = await seenRecord(work, receipt?.id ?? '', who('officer', 'roads'))
  expect(request?.request).toMatchObject({ arrivedOn: '2026-01-16', channel: 'internet' })
  expect(request?.request.description).toContain('路灯三天不亮')
  expect(request?.standing.receivedOn).toBeNull()
  const papers = await work.db.selectFrom('foi_papers').select(['name', 'purpose']).execute()
  expect(papers).toEqual([{ name: '招标公告.txt', purpose: 'application' }])
  expect(await linkedDemand(work, receipt?.id ?? '', who('officer', 'roads'))).toMatchObject({
    ...{ seen: true, demand: { id, way: 'converted' } },
  })
  expect(await linkedDemand(work, receipt?.id ?? '', who('officer', 'water'))).toEqual({ seen: false })
  expect((await convert('再来一次')).done).toMatchObject(refused(/已转为信息公开申请，不能/))
})

test('a petition that was lodged as a request becomes a demand with its words, once it is answered as one', async () => {
  const on = dayOf('2026-01-12')
  const remedies = {
    reconsideration: '云川市人民政府',
    court: '云川市人民法院',
    internetAddress: 'https://fuyi.example',
  }
  const officer = who('officer')
  const description = '请查处演示路夜间施工'
  const lodged = await lodge(work, aLodging({ agency: 'hotline', description }), {
    by: officer,
    today: on,
    secrets,
  })
  if (isRefusal(lodged)) throw new Error(lodged.message)
  const foi = (role: 'officer' | 'departmentOfficer' | 'coordinator' | 'head', today = on) => ({
    ...{ id: lodged.id, by: who(role), today, secrets, remedies },
  })
  const pass = () => demandFromRequest(work, lodged.id, { by: officer, moment: start, secrets })
  expect(await pass()).toMatchObject(refused(/作为信访、投诉、举报/))
  await assign(work, foi('officer'), { department: '热线科', limit: addDays(on, 10) })
  const petition = { kind: 'unprocessed', ground: 'petition' } as const
  await draft(work, foi('departmentOfficer'), { outcome: petition, reasoning: '属于举报。' })
  await check(work, foi('coordinator'))
  await consent(work, foi('head'))
  await answer(work, foi('officer', dayOf('2026-01-14')))
  expect(await pass()).toMatchObject(refused(/没有开通12345热线/))
  const agent = {
    signIn: 'agent1',
    name: '演话务',
    grants: [{ role: 'hotlineAgent', agency: 'hotline' } as const],
  }
  await addPerson(work, agent, theSystem, on)
  const both = await Promise.all([pass(), pass()])
  expect(both.filter(isRefusal)).toMatchObject([refused(/不能重复转办/)])
  const receipt = both.find(each => !isRefusal(each))
  if (receipt === undefined || isRefusal(receipt)) throw new Error('neither was taken')
  const view = await demandView(work, receipt.id, { reader: who('dispatcher'), moment: start, secrets })
  expect(view?.demand).toMatchObject({ body: description, channel: 'letter', filedAt: start })
  expect(view?.events.at(-1)).toMatchObject({ kind: 'convertedFrom', requestNumber: lodged.number })
  expect(view?.clock).toMatchObject({ state: 'notStarted' })
  const opening = { id: receipt.id, reader: who('hotlineAgent'), moment: start, secrets }
  expect(await openCaller(work, opening, '核实来电人')).toMatchObject({ name: '演申请' })
  expect(await pass()).toMatchObject(refused(/不能重复转办/))
})
