import { pino } from 'pino'

/** Structured log lines on standard error; what could name a person or open a door is never written. */
export const log = pino(
  {
    level: process.env.GONGKAI_LOG ?? 'info',
    base: null,
    redact: {
      paths: ['password', 'token', 'cookie', 'authorization', 'name', '*.password', '*.token', '*.cookie'],
      censor: '[不记录]',
    },
  },
  pino.destination({ dest: 2, sync: false }),
)
