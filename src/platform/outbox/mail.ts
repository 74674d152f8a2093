import { createTransport } from 'nodemailer'
import type { Secrets } from '../secret.ts'
import type { Setting } from '../settings.ts'

/** A letter that goes out by e-mail: plain text. */
export interface MailLetter {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for the same letter, so that a mail server knows a repetition. */
  readonly messageId: string
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** Sends letters through the office's mail server. */
export interface Mailer {
  /** @throws Error where the server does not take it */
  send(letter: MailLetter): Promise<void>
  close(): void
}

/** Milliseconds after which a mail server that says nothing is given up. */
const patience = 10_000

/** A mailer by the settings; undefined where no mail server is set. */
export function mailerBy(settings: Setting<'mail'>, secrets: Secrets): Mailer | undefined {
  const { host, port, security, user, passwordSecret, from } = settings
  if (host === '' || from === '') return undefined
  const pass =
    passwordSecret === '' ? '' : (secrets.open('setting mail.passwordSecret', passwordSecret) ?? '')
  const transport = createTransport({
    ...{ host, port, secure: security === 'tls', requireTLS: security === 'starttls' },
    ...(security === 'none' ? { ignoreTLS: true } : {}),
    ...(user === '' ? {} : { auth: { user, pass } }),
    ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  return {
    async send({ to, subject, text, messageId, headers = {} }) {
      await transport.sendMail({ from, to, subject, text, messageId, headers, textEncoding: 'base64' })
    },
    close: () => transport.close(),
  }
}
