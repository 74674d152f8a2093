import { CannotDo, type Command } from './commands/command.ts'

/** Every command, one line each; its module is loaded when it is called. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  'report read': async () => (await import('./commands/report-read.ts')).reportRead,
  'report check': async () => (await import('./commands/report-check.ts')).reportCheck,
  'report compare': async () => (await import('./commands/report-compare.ts')).reportCompare,
  'report render': async () => (await import('./commands/report-render.ts')).reportRender,
  'report count': async () => (await import('./commands/report-count.ts')).reportCount,
  'report verify': async () => (await import('./commands/report-verify.ts')).reportVerify,
  clock: async () => (await import('./commands/clock.ts')).clock,
  serve: async () => (await import('./commands/serve.ts')).serve,
  worker: async () => (await import('./commands/worker.ts')).worker,
  migrate: async () => (await import('./commands/serve.ts')).migrateOnly,
  demo: async () => (await import('./commands/serve.ts')).demo,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/backup.ts')).restore,
  'export site': async () => (await import('./commands/export-site.ts')).exportSiteCommand,
  'import items': async () => (await import('./commands/import-items.ts')).importItems,
  'import tickets': async () => (await import('./commands/import-tickets.ts')).importTicketsCommand,
  'hotline classify': async () => (await import('./commands/hotline/classify.ts')).hotlineClassify,
  'hotline ring': async () => (await import('./commands/hotline/ring.ts')).hotlineRing,
  'hotline topics': async () => (await import('./commands/hotline/topics.ts')).hotlineTopics,
  'audit verify': async () => (await import('./commands/audit-verify.ts')).auditVerify,
}

/** Runs a command. @returns the exit code: 0 fine, 1 findings of severity error, 2 could not do it */
export async function run(args: readonly string[]): Promise<number> {
  const [first = '', second = ''] = args
  const two = commands[`${first} ${second}`]
  const load = two ?? commands[first]
  if (load === undefined) {
    const list = Object.keys(commands).map(name => `  gongkai ${name}`)
    const help = `用法：gongkai 命令 [参数]\n${list.join('\n')}\n每个命令加 --help 看说明。`
    if (args.length === 0 || first === '--help' || first === '-h') console.log(help)
    else console.error(`没有“${args.slice(0, 2).join(' ')}”这个命令。\n${help}`)
    return args.length === 0 || first.startsWith('-') ? 0 : 2
  }
  try {
    const command = await load()
    const rest = args.slice(two === undefined ? 1 : 2)
    if (rest.includes('--help')) {
      console.log(command.help)
      return 0
    }
    return await command.run(rest)
  } catch (cause) {
    const known = cause instanceof CannotDo || (cause instanceof Error && saysWhatToDo.has(cause.name))
    console.error(known && cause instanceof Error ? cause.message : cause)
    return 2
  }
}

/** Errors whose message is a sentence for the person at the terminal. */
const saysWhatToDo = new Set([
  'BackupFailed',
  'Unreadable',
  'NoticeMissing',
  'CannotStart',
  'NotADay',
  'WrongTable',
])

if (import.meta.main) {
  // Whoever reads our output may stop reading, as `head` does.
  process.stdout.on('error', (cause: NodeJS.ErrnoException) => process.exit(cause.code === 'EPIPE' ? 0 : 2))
  process.exitCode = await run(process.argv.slice(2))
}
