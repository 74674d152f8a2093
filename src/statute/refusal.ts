/** A no of the law, a role or a state: a value, never an exception. Shown with its article. */
export interface Refusal {
  readonly kind: 'refusal'
  /** Why not, and what to do instead: one Chinese sentence for the person who asked. */
  readonly message: string
  /** The article that says no, as printed beside the message: `Art 30`, `国办公开办函〔2021〕30号`. */
  readonly law?: string
}

/** Says no, with its article where a law says it. */
export function refuse(message: string, law?: string): Refusal {
  return law === undefined ? { kind: 'refusal', message } : { kind: 'refusal', message, law }
}

/** Is this answer a refusal? Acts return either what was asked or a refusal. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'refusal'
}
