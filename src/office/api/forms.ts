import { z } from '@hono/zod-openapi'
import { isDay } from '../../statute/day.ts'
import { type Role, roles } from '../roles.ts'

/** A person's or an agency's name. */
export const nameForm = z.string().trim().min(1, '请填写姓名或名称').max(100, '不能超过 100 字')

/** The code of an agency. */
export const agencyCode = z.string().trim().min(1, '请填写机构代码').max(63, '不能超过 63 个字符')

/** The name of a role. */
export const roleForm: z.ZodType<Role> = z.enum(roles, '没有这个角色').openapi('Role')

/** Roles, each held at an agency. */
export const grantsForm = z
  .array(z.object({ role: roleForm, agency: agencyCode }))
  .max(200, '一个人最多 200 个角色')
  .openapi('Grants')

/** A day, `YYYY-MM-DD`. */
export const dayForm = z
  .string()
  .refine(isDay, '不是有效日期')
  .openapi({ format: 'date', example: '2026-03-02' })
