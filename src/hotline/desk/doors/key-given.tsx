/** A key that was just made, and for what. */
export interface GivenKey {
  readonly name: string
  readonly what: string
  readonly id: string
  readonly key: string
}

/** The key, shown once. */
export function KeyGiven({ given: { name, what, id, key } }: { readonly given: GivenKey }) {
  return (
    <section className="card" aria-label="密钥" role="status">
      <p>{`“${name}”的${what}，只显示这一次，请立即交给对方保管：`}</p>
      <p>
        编号 <code className="code">{id}</code>
      </p>
      <p>
        密钥 <code className="once">{key}</code>
      </p>
    </section>
  )
}
