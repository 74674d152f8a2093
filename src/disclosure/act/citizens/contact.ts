import { z } from 'zod'
import type { Secrets } from '../../../platform/secret.ts'

const contactForm = z.object({ name: z.string(), contact: z.string() })

/** Who speaks to the office, as far as he says: kept apart from his words, and sealed. */
export type Contact = z.infer<typeof contactForm>

/** Seals who spoke, for this purpose alone. */
export function sealContact(secrets: Secrets, purpose: string, { name, contact }: Contact): string {
  return secrets.seal(purpose, JSON.stringify({ name, contact }))
}

/** Opens who spoke; undefined where it was sealed for another purpose, or with another key. */
export function openContact(secrets: Secrets, purpose: string, sealed: string): Contact | undefined {
  const opened = secrets.open(purpose, sealed)
  return opened === undefined ? undefined : contactForm.parse(JSON.parse(opened))
}
