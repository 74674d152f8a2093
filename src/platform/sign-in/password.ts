import { hash, verify } from '@node-rs/argon2'

// argon2id with 19 MiB, two passes: what OWASP asks at least.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash that the database keeps of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/** Is this the password? Takes as long where there is none, so that names cannot be probed. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const matches = await verify(kept ?? (await decoy), password)
  return kept !== null && matches
}

const decoy = hash('no such person', cost)

/** Why a password is not accepted, in Chinese; undefined where it is. */
export function weaknessOf(password: string, signIn: string): string | undefined {
  if (password.length < 10) return '密码至少 10 个字符。'
  if (password.length > 200) return '密码不能超过 200 个字符。'
  if (new Set(password).size < 5) return '密码中不同的字符太少，请换一个。'
  if (password.toLowerCase().includes(signIn.toLowerCase())) return '密码中不能含有登录名。'
  return undefined
}
