// The rules of the house, as ARCHITECTURE.md states them, for dependency-cruiser.
const order = [
  'statute',
  'platform',
  'web',
  'office',
  'disclosure',
  'foi',
  'hotline',
  'annual-report',
  'oversight',
  'demo',
  'desk',
  'app',
]
const domains = '(disclosure|foi|hotline|annual-report|oversight)'
const world = '(store|act|api|mail|jobs|read|render|redact|register|portal|desk)'
const test = '\\.test\\.tsx?$'
const ruleFile = `^src/(statute/|office/(roles|act-names|acts/[^/]+)\\.ts|platform/hidden/(hidden|box)\\.ts|${domains}/(?!${world}[/.-])[^/]+)`

const upwards = order.slice(0, -1).map((folder, place) => ({
  name: `${folder}-imports-only-what-stands-above-it`,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: [test, '^src/[^/]+/desk/'] },
  to: { path: `^src/(${order.slice(place + 1).join('|')})/` },
}))

module.exports = {
  forbidden: [
    ...upwards,
    {
      name: 'a-rule-imports-only-rules',
      severity: 'error',
      from: { path: ruleFile, pathNot: [test, '^src/statute/data/'] },
      to: { pathNot: [ruleFile, '^src/statute/data/'] },
    },
    {
      name: 'a-store-is-private-to-its-folder',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: test },
      to: { path: '^src/[^/]+/store', pathNot: '^src/$1/' },
    },
    {
      name: 'staff-pages-import-the-desk-and-rules-alone',
      severity: 'error',
      from: { path: '^src/(desk|[^/]+/desk)/', pathNot: test },
      to: { path: '^src/', pathNot: ['^src/(desk|[^/]+/desk)/', ruleFile, '^src/web/paths\\.ts$'] },
    },
    {
      name: 'no-react-on-the-server',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(desk|[^/]+/desk)/' },
      to: { path: 'node_modules/(react|react-dom|react-router|antd|@tanstack)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
