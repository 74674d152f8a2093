import { Agent, request } from 'node:http'
import { demoSignIns } from '../../src/demo/staff.ts'

/** What a server answered, and how long it took, in milliseconds. */
export interface Answered {
  readonly status: number
  readonly text: string
  readonly milliseconds: number
}

/** Somebody at a desk: one connection that is kept, and a session. */
export class Desk {
  readonly #port: number
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  #cookie: string

  constructor(port: number, cookie = '') {
    this.#port = port
    this.#cookie = cookie
  }

  /** Signs in with a demo account. @throws where it is not let in */
  async signIn(name: string): Promise<void> {
    const account = demoSignIns.find(({ signIn }) => signIn === name)
    const { status } = await this.ask('POST', '/session', { name, password: account?.password })
    if (status >= 300) throw new Error(`${name} was not let in: ${status}`)
  }

  /** Asks the interface; an answer that does not come is an error. */
  ask(method: 'GET' | 'POST', path: string, body?: object): Promise<Answered> {
    const began = performance.now()
    const origin = `http://127.0.0.1:${this.#port}`
    const headers = { 'content-type': 'application/json', origin, cookie: this.#cookie }
    return new Promise((resolve, reject) => {
      const options = {
        port: this.#port,
        host: '127.0.0.1',
        path: `/api/v1${path}`,
        method,
        headers,
        agent: this.#agent,
      }
      const asked = request(options, answer => {
        let text = ''
        answer.setEncoding('utf8').on('data', (piece: string) => (text += piece))
        answer.on('error', reject).on('end', () => {
          const cookie = answer.headers['set-cookie']?.map(each => each.split(';')[0]).join('; ')
          if (cookie) this.#cookie = cookie
          resolve({ status: answer.statusCode ?? 0, text, milliseconds: performance.now() - began })
        })
      })
      asked.setTimeout(30_000, () => asked.destroy(new Error('no answer in 30 s')))
      asked.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body))
    })
  }

  /** The session, for another desk of the same person. */
  get cookie(): string {
    return this.#cookie
  }

  /** Hangs up. */
  close(): void {
    this.#agent.destroy()
  }
}
