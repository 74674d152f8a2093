import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { isIP } from 'node:net'
import { today } from '../../../platform/clock.ts'
import { isPublicAddress, publicLookup } from '../../../platform/outbox/public-address.ts'
import type { Work } from '../../../platform/work.ts'
import { type LinkLook, linksOf } from '../../checks/links.ts'
import { keepLinkLook, linkLooks } from '../../store/checks/remembered.ts'

const longestMillis = 6_000
const mostRedirects = 4
const atOnce = 5
/** Of one text so many links are tried at a time. */
const mostLinks = 40

/** How an address answers: whether it opens, or why not; undefined where this machine reaches nothing. */
export type OpenLink = (
  address: string,
) => Promise<{ readonly opens: boolean; readonly why: string } | undefined>

/** Tries the links of a body that were not tried yet, and remembers the day; nothing inside the network is ever asked. */
export async function tryLinks(work: Work, body: string, open: OpenLink = openLink): Promise<void> {
  const addresses = linksOf(body).map(({ address }) => address)
  const known = await linkLooks(work, addresses)
  await tryAddresses(work, addresses.filter(address => !known.has(address)).slice(0, mostLinks), open)
}

/** Tries these addresses now. @returns those that answered otherwise than they were remembered */
export async function tryAddresses(
  work: Work,
  addresses: readonly string[],
  open: OpenLink = openLink,
): Promise<readonly string[]> {
  const known = await linkLooks(work, addresses)
  const changed: string[] = []
  for (let from = 0; from < addresses.length; from += atOnce) {
    const batch = addresses.slice(from, from + atOnce)
    const answers = await Promise.all(batch.map(open))
    for (const [at, address] of batch.entries()) {
      const answer = answers[at]
      if (answer === undefined) continue
      const look: LinkLook = { ...answer, on: today() }
      await keepLinkLook(work, address, look)
      if (known.get(address)?.opens !== look.opens) changed.push(address)
    }
  }
  return changed
}

/** Opens an address as a reader would; follows redirections, never into a private network. */
export async function openLink(address: string): ReturnType<OpenLink> {
  let next = address
  for (let step = 0; step <= mostRedirects; step++) {
    const answer = await ask(next, 'HEAD')
    const { status, location } = /^(?:403|405|501)$/.test(String(answer.status))
      ? await ask(next, 'GET')
      : answer
    if (typeof status === 'string') return status === unreachable ? undefined : { opens: false, why: status }
    if (status >= 300 && status < 400 && location !== undefined) {
      const resolved = URL.parse(location, next)
      if (resolved === null) return { opens: false, why: '转向的地址不完整' }
      next = resolved.href
      continue
    }
    if (status === 404 || status === 410) return { opens: false, why: '网页不存在' }
    if (status >= 500) return { opens: false, why: `对方网站出错（${status}）` }
    return { opens: true, why: '' }
  }
  return { opens: false, why: '反复转向' }
}

const unreachable = 'unreachable'

interface Answer {
  /** The status, or why there is none. */
  readonly status: number | string
  readonly location?: string | undefined
}

function ask(address: string, method: 'HEAD' | 'GET'): Promise<Answer> {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol)) return Promise.resolve({ status: '地址不完整' })
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isPublicAddress(host)) {
    return Promise.resolve({ status: '指向内部网络，公众打不开' })
  }
  return new Promise(resolve => {
    const send = url.protocol === 'https:' ? secure : plain
    const headers = { 'user-agent': 'Mozilla/5.0 (gongkai link check)', accept: '*/*' }
    const sent = send(url, { method, headers, lookup: publicLookup, timeout: longestMillis }, response => {
      response.destroy()
      const { statusCode = 0, headers: told } = response
      resolve({ status: statusCode, location: told.location })
    })
    sent.on('timeout', () => sent.destroy(new Error('timeout')))
    sent.on('error', (error: Error & { readonly code?: string }) => resolve({ status: whyNot(error) }))
    sent.end()
  })
}

function whyNot({ message, code }: Error & { readonly code?: string }): string {
  if (/not an address of the open internet/.test(message)) return '指向内部网络，公众打不开'
  if (message === 'timeout') return '超过 6 秒没有回应'
  switch (code) {
    case 'EAI_AGAIN':
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
      return unreachable
    case 'ENOTFOUND':
      return '域名不存在'
    case 'ECONNREFUSED':
      return '对方网站拒绝连接'
    default:
      return /CERT|certificate|SSL/i.test(`${code} ${message}`) ? '对方网站的安全证书有问题' : '连接中断'
  }
}
