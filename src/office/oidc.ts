import * as client from 'openid-client'
import { log } from '../platform/log.ts'
import type { Secrets } from '../platform/secret.ts'
import type { Setting } from '../platform/settings.ts'
import { type Refusal, refuse } from '../statute/refusal.ts'

/** The government's identity service, as the settings name it, with the secret in clear. */
export type IdentityService = Setting<'oidc'>

/** What we remember while the browser is at the identity service. */
export interface Trip {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** Where in the desk to go afterwards. */
  readonly back: string
}

const timeoutSeconds = 10

/** The purpose for which the service's secret is sealed. */
export const clientSecretPurpose = 'setting oidc.clientSecret'

/** The service with its secret opened; undefined where none is set, a refusal where the secret cannot be read. */
export function serviceOf(setting: IdentityService, secrets: Secrets): IdentityService | Refusal | undefined {
  if (setting.issuer === '' || setting.clientId === '') return undefined
  if (setting.clientSecret === '') return setting
  const clientSecret = secrets.open(clientSecretPurpose, setting.clientSecret)
  if (clientSecret !== undefined) return { ...setting, clientSecret }
  return refuse(
    '身份认证服务的密钥无法解读（平台的密钥已更换）。请联系系统管理员在“设置”中重新填写客户端密钥。',
  )
}

/** Where to send the browser: authorization code with PKCE, state and nonce. */
export async function beginTrip(
  service: IdentityService,
  redirectUri: string,
  back: string,
): Promise<{ address: string; trip: Trip } | Refusal> {
  try {
    const found = await discovered(service)
    const [state, nonce, verifier] = [
      client.randomState(),
      client.randomNonce(),
      client.randomPKCECodeVerifier(),
    ]
    const address = client.buildAuthorizationUrl(found, {
      ...{ redirect_uri: redirectUri, scope: 'openid profile', state, nonce },
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    return { address: address.href, trip: { state, nonce, verifier, back } }
  } catch (cause) {
    return refusalOfFailure(cause)
  }
}

/** Who came back, as the service names them; checks state, nonce, signature, issuer, audience and times. */
export async function endTrip(
  service: IdentityService,
  cameBackTo: URL,
  { state, nonce, verifier }: Trip,
): Promise<{ identity: string } | Refusal> {
  try {
    const found = await discovered(service)
    const tokens = await client.authorizationCodeGrant(found, cameBackTo, {
      ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
    })
    const claims = tokens.claims()
    if (claims === undefined) return refuse('统一身份认证没有说明您的身份，请联系系统管理员。')
    const told =
      claims[service.claim] ?? (await moreOf(found, tokens.access_token, claims.sub))[service.claim]
    if (typeof told === 'string' && told !== '') return { identity: told }
    return refuse(`统一身份认证没有给出身份标识（${service.claim}），请联系系统管理员核对设置。`)
  } catch (cause) {
    return refusalOfFailure(cause)
  }
}

function moreOf(found: client.Configuration, token: string, subject: string) {
  return client.fetchUserInfo(found, token, subject)
}

/** Read anew at each sign-in, so that a changed key or address of the service counts at once. */
function discovered({ issuer, clientId, clientSecret }: IdentityService): Promise<client.Configuration> {
  const server = new URL(issuer)
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname)
  const proof = clientSecret === '' ? client.None() : client.ClientSecretBasic(clientSecret)
  return client.discovery(server, clientId, undefined, proof, {
    timeout: timeoutSeconds,
    execute: local ? [client.allowInsecureRequests] : [],
  })
}

/** Says what went wrong and what to do; what the service answered goes to the log, without anybody's data. */
function refusalOfFailure(cause: unknown): Refusal {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const told = cause instanceof client.AuthorizationResponseError || cause instanceof client.ResponseBodyError
  const challenged = cause instanceof client.WWWAuthenticateChallengeError
  const error = told ? cause.error : challenged ? 'invalid_client' : ''
  log.warn({ what: 'identity service', code, error, kind: cause instanceof Error ? cause.name : '' })
  if (error === 'access_denied') return refuse('您在统一身份认证处取消了登录。需要时可再次登录。')
  if (error === 'invalid_grant') return refuse('这次登录已经用过或已过期，请重新登录。')
  if (['invalid_client', 'unauthorized_client', 'invalid_redirect_uri'].includes(error)) {
    return refuse('统一身份认证不接受本平台的客户端编号或密钥。请联系系统管理员核对设置。')
  }
  if (error !== '') return refuse(`统一身份认证没有接受这次登录（${error}）。请重新登录，或联系系统管理员。`)
  if (
    [
      'OAUTH_INVALID_RESPONSE',
      'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
      'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
    ].includes(code)
  ) {
    return refuse('这次登录没有通过校验，可能已经过期或不是由本页面发起。请重新登录。')
  }
  return refuse(
    '暂时无法连接统一身份认证服务。请稍后再试，或用登录名和密码登录；仍不能登录时请联系系统管理员。',
  )
}
