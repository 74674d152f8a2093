import { createHmac } from 'node:crypto'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress, publicLookup } from './public-address.ts'

/** Where calls may go; tests call this machine. */
export interface Reach {
  readonly protocols: readonly string[]
  readonly mayConnect: (address: string) => boolean
  readonly lookup: LookupFunction
  /** After so many milliseconds a call is given up, however slowly something is still coming; ten seconds where nothing is said. */
  readonly patience?: number
}

/** Only encrypted calls to the open internet. */
export const openInternet: Reach = {
  protocols: ['https:'],
  mayConnect: isPublicAddress,
  lookup: publicLookup,
}

const patience = 10_000
const mostBytes = 64 * 1024

/** Why this address cannot be called; undefined where it can. */
export function refusalOfAddress(address: string, reach: Reach): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !reach.protocols.includes(url.protocol))
    return '请填写以 https:// 开头的完整网址。'
  if (url.username !== '' || url.password !== '') return '网址中不能有用户名和密码。'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) !== 0 && !reach.mayConnect(host) ? '不能使用内部网络的地址。' : undefined
}

/**
 * Calls an address with a signed JSON body; no redirect is followed. The signature is HMAC-SHA-256 over
 * `timestamp.body`, in `gongkai-signature: t=…,v1=…`. @returns the first 64 KB that were answered. @throws Error where nobody
 * answers in ten seconds, or with another status than 2xx: then what was told was not taken
 */
export function callWebhook(
  {
    address,
    body,
    key,
    id,
  }: { readonly address: string; readonly body: string; readonly key: string; readonly id: string },
  reach: Reach = openInternet,
): Promise<string> {
  const refusal = refusalOfAddress(address, reach)
  if (refusal !== undefined) return Promise.reject(new Error(refusal))
  const url = new URL(address)
  const stamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', key).update(`${stamp}.${body}`).digest('hex')
  const headers = {
    ...{ 'content-type': 'application/json; charset=utf-8', 'user-agent': 'gongkai', 'gongkai-delivery': id },
    ...{ 'gongkai-signature': `t=${stamp},v1=${signature}`, 'content-length': Buffer.byteLength(body) },
  }
  const request = url.protocol === 'http:' ? requestHttp : requestHttps
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(reach.patience ?? patience)
    const options = { method: 'POST', headers, lookup: reach.lookup, signal, agent: false }
    const late = () => new Error('对方没有按时答复')
    const call = request(url, options, answer => {
      const pieces: Buffer[] = []
      let size = 0
      answer.on('data', (piece: Buffer) => {
        size += piece.length
        if (size <= mostBytes) pieces.push(piece)
        else answer.destroy()
      })
      answer.on('error', cause => reject(signal.aborted ? late() : cause))
      answer.on('close', () => {
        const { statusCode: status = 0 } = answer
        if (status >= 200 && status < 300) resolve(Buffer.concat(pieces).toString('utf8'))
        else reject(new Error(`对方答复 ${status}`))
      })
    })
    call.on('error', cause => reject(signal.aborted ? late() : cause))
    call.end(body)
  })
}
