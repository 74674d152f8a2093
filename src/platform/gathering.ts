/** One question that was asked alone, and who waits for its answer. */
interface Asked<Key, Answer> {
  readonly key: Key
  readonly done: (answer: Answer) => void
  readonly failed: (cause: unknown) => void
}

/** So many questions are answered together at most. */
const most = 64

/**
 * Lets questions that are asked in the same moment be answered together: what is cheap for many at once (a question to the
 * database, a message to a thread) is then done once for all of them. `answerAll` gives the answers in the order of the keys;
 * what it throws reaches everybody who asked.
 */
export function gathered<Key, Answer>(
  answerAll: (keys: readonly Key[]) => Promise<readonly Answer[]>,
): (key: Key) => Promise<Answer> {
  let waiting: Asked<Key, Answer>[] = []
  const answerSome = (some: readonly Asked<Key, Answer>[]) =>
    answerAll(some.map(({ key }) => key)).then(
      answers => {
        for (const [at, answer] of answers.entries()) some[at]?.done(answer)
      },
      (cause: unknown) => {
        for (const { failed } of some) failed(cause)
      },
    )
  const answer = () => {
    const asked = waiting
    waiting = []
    for (let at = 0; at < asked.length; at += most) void answerSome(asked.slice(at, at + most))
  }
  return key =>
    new Promise((done, failed) => {
      if (waiting.length === 0) setImmediate(answer)
      waiting.push({ key, done, failed })
    })
}
