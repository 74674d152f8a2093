const known: Readonly<Record<string, string>> = {
  ENOTFOUND: '找不到对方的主机名，请核对推送地址',
  EAI_AGAIN: '暂时查不到对方的主机名',
  ECONNREFUSED: '对方拒绝连接',
  ECONNRESET: '对方中断了连接',
  ETIMEDOUT: '对方没有按时答复',
  EHOSTUNREACH: '连不上对方的主机',
  ENETUNREACH: '连不上对方的网络',
  CERT_HAS_EXPIRED: '对方的证书已过期',
  DEPTH_ZERO_SELF_SIGNED_CERT: '对方的证书是自签的，不可信',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: '对方的证书不可信',
  ERR_TLS_CERT_ALTNAME_INVALID: '对方的证书不是这个主机名的',
}

/** Why something could not be told to another system, in words; what is already said in Chinese stays. */
export function failureInWords(cause: unknown): string {
  if (!(cause instanceof Error)) return '没有连上对方'
  if (/[\u4e00-\u9fff]/.test(cause.message)) return cause.message.slice(0, 300)
  const code = 'code' in cause ? String(cause.code) : ''
  return `${known[code] ?? '没有连上对方'}（${code || cause.name}）`
}
