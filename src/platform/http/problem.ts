import type { Refusal } from '../../statute/refusal.ts'

/** An error body of RFC 9457; `law` where a refusal rests on an article. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly law?: string
}

const titles: Readonly<Record<number, string>> = {
  400: '请求有误',
  401: '尚未登录',
  403: '无权办理',
  404: '没有找到',
  409: '内容已被他人修改',
  413: '文件过大',
  415: '文件类型不符',
  422: '不能办理',
  429: '请求过于频繁',
  500: '系统出错',
  503: '暂时不能服务',
}

/** A problem of this status, in Chinese. */
export function problem(status: number, detail: string, law?: string): Problem {
  const body = { type: 'about:blank', title: titles[status] ?? '出错', status, detail }
  return law === undefined ? body : { ...body, law }
}

/** Thrown in a handler to answer with this problem. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(status: number, detail: string, more: Readonly<Record<string, unknown>> = {}) {
    super(detail)
    this.name = 'ProblemError'
    this.problem = { ...problem(status, detail), ...more }
  }

  /** What the law, the role or the state refuses. */
  static of({ message, law }: Refusal): ProblemError {
    return new ProblemError(422, message, law === undefined ? {} : { law })
  }
}

/** The response with its own media type. */
export function problemResponse(body: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
  })
}
