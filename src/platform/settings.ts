import { z } from 'zod'
import { audit } from './audit.ts'
import { now } from './clock.ts'
import type { Db } from './db.ts'
import type { Secrets } from './secret.ts'
import type { Work } from './work.ts'

const short = z.string().trim().max(200, '不能超过 200 字')

// Only web addresses: the pages link to it.
const webAddress = z.union([
  z.literal(''),
  z.url({ protocol: /^https?$/, error: '请填写以 https:// 或 http:// 开头的完整网址' }),
])

/** Is each line `code=number`, and each number given to one agency only? */
function areAgencyNumbers(text: string): boolean {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const numbers = lines.map(line => /^\s*[a-z0-9-]+\s*=\s*(\S{1,40})\s*$/.exec(line)?.[1])
  return numbers.every(number => number !== undefined) && new Set(numbers).size === numbers.length
}

const workdays = (usual: number) =>
  z.coerce
    .number('请填写工作日数')
    .int('请填写整数')
    .min(1, '至少 1 个工作日')
    .max(250, '不能超过 250 个工作日')
    .default(usual)
const share = z.coerce
  .number('请填写百分数')
  .int('请填写整数')
  .min(0, '为 0 至 100')
  .max(100, '为 0 至 100')
  .default(100)
const ofTypes = <T extends z.ZodType>(form: (type: string) => T) => ({
  ...{ consultation: form('consultation'), help: form('help'), complaint: form('complaint') },
  ...{ report: form('report'), suggestion: form('suggestion'), praise: form('praise') },
})
const minuteOfDay = z
  .int()
  .min(0)
  .max(24 * 60)

/** What a city settles of its hotline: limits in working days by type, hours on duty from a day on, how many are called back. */
const hotlineForm = z.object({
  limits: z
    .object({
      ...ofTypes(type => workdays(['consultation', 'help'].includes(type) ? 3 : 13)),
      urgent: workdays(1),
    })
    .prefault({}),
  hours: z
    .array(
      z.object({
        from: z.iso.date('请填写日期'),
        hours: z
          .array(z.object({ from: minuteOfDay, to: minuteOfDay }))
          .min(1, '请填写工作时间')
          .max(4),
      }),
    )
    .min(1)
    .default([
      {
        from: '2000-01-01',
        hours: [
          { from: 510, to: 720 },
          { from: 810, to: 1050 },
        ],
      },
    ]),
  sampling: z.object(ofTypes(() => share)).prefault({}),
})

const phrases = z.array(short).max(200, '不能超过 200 个词')

/** Words of danger at the hotline; undefined kinds are those that a city begins with. */
const dangerForm = z.object({
  kinds: z
    .array(
      z.object({
        label: short.min(1, '请填写险情的名称'),
        urgency: z.enum(['urgent', 'danger'], '请选择紧急程度'),
        words: phrases.min(1, '请填写至少一个词'),
        harmless: phrases.default([]),
      }),
    )
    .max(30, '不能超过 30 种')
    .optional(),
  escalateMinutes: z.coerce.number('请填写分钟数').int().min(1, '至少 1 分钟').max(1440).default(5),
})

const atLeastOne = (unit: string, usual: number) =>
  z.coerce
    .number(`请填写${unit}数`)
    .int('请填写整数')
    .min(1, `至少 1 ${unit}`)
    .max(1_000_000, `不能超过 1000000 ${unit}`)
    .default(usual)

/** From how many on looks at callers are reported, and how many demands an agent may export, or read in lists, in a day. */
const watchForm = z.object({
  causelessPerDay: atLeastOne('次', 5),
  looksPerHour: atLeastOne('次', 20),
  numbersPerDay: atLeastOne('个', 20),
  exportRowsPerDay: atLeastOne('行', 2000),
  readDemandsPerDay: atLeastOne('件', 5000),
})

const degrees = (most: number) =>
  z
    .union([z.literal(''), z.coerce.number().min(-most).max(most)], `请填写 -${most} 至 ${most} 的度数`)
    .default('')

/** Within which degrees (WGS84) the places of demands lie; all empty where nobody settled it. */
const areaForm = z
  .object({ south: degrees(90), north: degrees(90), west: degrees(180), east: degrees(180) })
  .refine(area => new Set(Object.values(area).map(each => each === '')).size === 1, {
    ...{ message: '请把四项都填上，或者都留空', path: ['south'] },
  })
  .refine(({ south, north, west, east }) => Number(south) <= Number(north) && Number(west) <= Number(east), {
    ...{ message: '请填写范围：南小于北，西小于东', path: ['south'] },
  })

const timeOfDay = (usual: string) =>
  z
    .string('请填写时间，例如 09:00')
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填写时间，例如 09:00')
    .default(usual)
const upTo = (unit: string, usual: number) => atLeastOne(unit, usual).pipe(z.number().max(30, '不能超过 30'))

/** Which callers are asked by a message without anybody sending it: how many of a hundred of each type, when, how often. */
const callbackRulesForm = z.object({
  byMessage: z.object(ofTypes(() => share.unwrap().default(0))).prefault({}),
  from: timeOfDay('09:00'),
  to: timeOfDay('20:00'),
  perDay: upTo('条', 1),
  waitDays: upTo('天', 3),
  second: z.boolean().default(true),
  confidential: z.boolean().default(false),
})

/** The settings of the house: the form of each, and its default. No setting needs a text editor or a restart. */
export const settingForms = {
  site: z
    .object({
      name: short.min(1, '请填写网站名称').default('政府信息公开平台'),
      domain: short.default('localhost'),
      idCode: z
        .union([
          z.literal(''),
          z.string().regex(/^(\d{10}|bm\d{8})$/, '网站标识码为 10 位数字，或 bm 加 8 位数字'),
        ])
        .default(''),
      owner: short.default(''),
      contact: short.default(''),
      icp: short.default(''),
      policeRecord: short.default(''),
      faultReportUrl: webAddress.default(''),
      partyMarkUrl: webAddress.default(''),
      demo: z.boolean().default(false),
    })
    .prefault({}),
  oidc: z
    .object({
      issuer: webAddress.default(''),
      clientId: short.default(''),
      /** Sealed before it is saved. */
      clientSecret: z.string().max(2000, '不能超过 2000 字').default(''),
      /** The claim that names a person for good. */
      claim: z.enum(['sub', 'preferred_username']).default('sub'),
      label: short.default('统一身份认证登录'),
    })
    .prefault({}),
  foi: z
    .object({
      /** 行政复议机关; empty means the government above the agency. */
      reconsideration: short.default(''),
      court: short.default('有管辖权的人民法院'),
      /** The internet channel of reconsideration, 行政复议法 Art 22. */
      reconsiderationUrl: webAddress.default(''),
      /** Where one asks about a request: telephone, hours. */
      contact: short.default(''),
      /** After so many months from its end, the identity papers and numbers of a request are erased; 0 keeps them. */
      identityMonths: z.coerce.number().int().min(0).max(600, '不能超过 600 个月').default(120),
    })
    .prefault({}),
  mail: z
    .object({
      /** Empty: no letters are sent. */
      host: short.default(''),
      port: z.coerce
        .number('端口为数字')
        .int()
        .min(1, '端口为 1 至 65535')
        .max(65_535, '端口为 1 至 65535')
        .default(587),
      security: z.enum(['starttls', 'tls', 'none'], '请选择加密方式').default('starttls'),
      user: short.default(''),
      /** Sealed before it is saved. */
      passwordSecret: z.string().max(2000, '不能超过 2000 字').default(''),
      from: z.union([z.literal(''), z.email('请填写发件人的电子邮箱地址')]).default(''),
    })
    .prefault({}),
  disclosure: z
    .object({
      /** 索引号: tokens {agency} {year} {month} {number} {number:5}. */
      indexPattern: short
        .regex(/\{number(:\d)?\}/, '索引号的格式中须有 {number}，否则不能唯一')
        .regex(/\{agency\}/, '索引号的格式中须有 {agency}，否则不能唯一')
        .regex(/\{year\}/, '索引号的格式中须有 {year}，否则不能唯一')
        .default('{agency}/{year}-{number:5}'),
      /** What stands for {agency}: a line `code=number` for each agency that has a number of its own, such as its 统一社会信用代码. */
      agencyNumbers: z
        .string()
        .trim()
        .max(20_000, '不能超过 20000 字')
        .refine(
          areAgencyNumbers,
          '每行写“机构代码=号码”，号码不重复，例如 yunchuan-housing=11330100000000001A',
        )
        .default(''),
      /** Working days within which a normative document wants its interpretation 解读. */
      interpretationWorkdays: z.coerce.number().int().min(0).max(60, '不能超过 60 个工作日').default(3),
    })
    .prefault({}),
  /** The operator's gateway for short messages; without an address none is sent. */
  messages: z
    .object({
      /** Messages go to nobody and only for numbers of invented people: an office tries them without an operator. */
      simulated: z.boolean().default(false),
      address: webAddress.default(''),
      /** Signs what is handed over. Sealed before it is saved. */
      keySecret: z.string().max(2000, '不能超过 2000 字').default(''),
      /** For how long the link of a callback holds. */
      days: z.coerce.number('请填写天数').int().min(1, '至少 1 天').max(30, '不能超过 30 天').default(7),
    })
    .prefault({}),
  hotline: hotlineForm.prefault({}),
  danger: dangerForm.prefault({}),
  hotlineWatch: watchForm.prefault({}),
  hotlineArea: areaForm.prefault({}),
  callbackRules: callbackRulesForm.prefault({}),
} as const
export type SettingKey = keyof typeof settingForms
/** The value of a setting. */
export type Setting<K extends SettingKey> = z.infer<(typeof settingForms)[K]>

/** What the site says of itself, on every page and in its footer. */
export type Site = Setting<'site'>

/** A setting as it stands, or its default. */
export async function setting<K extends SettingKey>(db: Db, key: K): Promise<Setting<K>>
export async function setting(db: Db, key: SettingKey) {
  const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst()
  return settingForms[key].parse(row?.value)
}

/** The value as it may be saved: every field whose name ends in Secret is sealed, and an empty one keeps what was saved. */
export async function withSecretsSealed<K extends SettingKey>(
  db: Db,
  key: K,
  value: Setting<K>,
  secrets: Secrets,
): Promise<Setting<K>> {
  const kept = new Map(Object.entries(await setting(db, key)))
  const sealed = Object.entries(value).map(([name, text]) => {
    if (!name.endsWith('Secret') || typeof text !== 'string') return [name, text]
    return [name, text === '' ? kept.get(name) : secrets.seal(`setting ${key}.${name}`, text)]
  })
  return { ...value, ...Object.fromEntries(sealed) }
}

/** Saves a setting that its form has accepted; secrets do not go into the trail. */
export async function saveSetting<K extends SettingKey>(
  work: Work,
  key: K,
  value: Setting<K>,
  by: { id: string; name: string },
): Promise<void> {
  await work.transaction(async inner => {
    const row = { value: JSON.stringify(value), changed_by: by.id, changed_at: now() }
    await inner.db
      .insertInto('settings')
      .values({ key, ...row })
      .onConflict(conflict => conflict.column('key').doUpdateSet(row))
      .execute()
    const told = Object.fromEntries(Object.entries(value).filter(([name]) => !name.endsWith('Secret')))
    const who = { by: by.id, byName: by.name, agency: null }
    await audit(inner, { ...who, act: 'setting.save', subject: key, detail: told })
  })
}
