const benches: Readonly<Record<string, () => Promise<{ run(): Promise<void> }>>> = {
  reports: () => import('./reports.ts'),
  clock: () => import('./clock.ts'),
  portal: () => import('./portal.ts'),
  start: () => import('./start.ts'),
  foi: () => import('./foi.ts'),
  disclosure: () => import('./disclosure.ts'),
  results: () => import('./results.ts'),
  classify: () => import('./classify.ts'),
  topics: () => import('./topics.ts'),
  hotline: () => import('./hotline.ts'),
  load: () => import('./load.ts'),
  tickets: () => import('./tickets.ts'),
  dispatch: () => import('./dispatch.ts'),
}

const name = process.argv[2] ?? ''
const load = benches[name]
if (load === undefined) {
  console.error(`npm run bench -- ${Object.keys(benches).join(' | ')}`)
  process.exitCode = 2
} else {
  await (await load()).run()
}
