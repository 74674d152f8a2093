import { setting } from '../../platform/settings.ts'
import type { Work } from '../../platform/work.ts'

/**
 * Where the site answers, without a slash at its end: at its own domain; where none is set, at the port on which this
 * process serves it. Undefined where it does neither: a worker of its own on a site without a domain.
 */
export async function siteItself(work: Work): Promise<string | undefined> {
  const { domain } = await setting(work.db, 'site')
  return domain === 'localhost' ? process.env.GONGKAI_SELF : `https://${domain}`
}
