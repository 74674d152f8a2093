import { OpenAPIHono } from '@hono/zod-openapi'
import type { HeldWork } from './agencies.ts'
import { agenciesApi } from './api/agencies.ts'
import { calendarsApi } from './api/calendars.ts'
import { peopleApi } from './api/people.ts'
import { settingsApi } from './api/settings.ts'
import { trailApi } from './api/trail.ts'
import { sessionApi } from './api-session.ts'
import type { AppEnv } from './env.ts'

/** Sessions, agencies, people, calendars, the trail, settings. Each route names who may use it; `held` is what may keep an agency from being dissolved. */
export function officeApi(held: readonly HeldWork[] = []): OpenAPIHono<AppEnv> {
  const api = new OpenAPIHono<AppEnv>()
  const parts = [sessionApi(), agenciesApi(held), peopleApi(), calendarsApi(), trailApi(), settingsApi()]
  for (const part of parts) api.route('/', part)
  return api
}
