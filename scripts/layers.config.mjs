/** Who may import whom; see CONTRIBUTING.md. Type imports count too. */
const host = '^src/main/(hosts/|browser-host\\.ts$|index\\.ts$)'
/** A feature's folder in the core; what all features share is left out. */
const feature = '^src/main/core/(?!database/|jobs/|serving/|workers/)([^/]+)/'

export default {
  forbidden: [
    {
      name: 'shared-stands-alone',
      comment:
        'shared runs everywhere: it imports nothing of src and nothing of Node, the DOM or a framework.',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: {
        path: '^(src/(?!shared/)|node_modules/(electron|react|react-dom|@mantine|@tiptap|better-sqlite3)/)',
      },
    },
    {
      name: 'shared-without-node',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-knows-shared-only',
      comment: 'The renderer reaches the core through the contract.',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: '^src/(?!renderer/|shared/)' },
    },
    {
      name: 'renderer-without-node',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rpc-links-only-in-api',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: '^src/renderer/api/' },
      to: { path: '^node_modules/@orpc/client/dist/adapters/' },
    },
    {
      name: 'ui-is-dumb',
      comment: 'src/renderer/ui gets everything as properties.',
      severity: 'error',
      from: { path: '^src/renderer/ui/' },
      to: { path: '^src/renderer/(api|scenes)/' },
    },
    {
      name: 'preload-is-thin',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { path: '^src/(?!preload/)' },
    },
    {
      name: 'hosts-know-the-root-of-the-core',
      comment: 'A host constructs the core and implements its platform; it reaches no feature.',
      severity: 'error',
      from: { path: host },
      to: { path: '^src/main/core/', pathNot: '^src/main/core/(create-core|platform|system-clock)\\.ts$' },
    },
    {
      name: 'hosts-apart-browser',
      severity: 'error',
      from: { path: '^src/main/(hosts/browser/|browser-host\\.ts$)' },
      to: { path: '^src/main/(hosts/desktop/|index\\.ts$)' },
    },
    {
      name: 'hosts-apart-desktop',
      severity: 'error',
      from: { path: '^src/main/(hosts/desktop/|index\\.ts$)' },
      to: { path: '^src/main/(hosts/browser/|browser-host\\.ts$)' },
    },
    {
      name: 'hosts-common-is-common',
      severity: 'error',
      from: { path: '^src/main/hosts/common/' },
      to: { path: '^src/main/hosts/(browser|desktop)/' },
    },
    {
      name: 'core-without-hosts',
      severity: 'error',
      from: { path: '^src/main/core/' },
      to: { path: '^(src/(?!main/core/|shared/)|node_modules/ws/)' },
    },
    {
      name: 'electron-at-the-edge',
      comment: 'electron only in main/index.ts, hosts/desktop and preload.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main/index\\.ts$|main/hosts/desktop/|preload/)' },
      to: { path: '^(node_modules/electron/|electron$)' },
    },
    {
      name: 'repositories-belong-to-their-feature',
      comment:
        "Another feature's service is handed over by create-core; a sibling's repository is never imported.",
      severity: 'error',
      from: { path: feature },
      to: { path: '^src/main/core/[^/]+/.*\\.repository\\.ts$', pathNot: '^src/main/core/$1/' },
    },
    {
      name: 'database-and-jobs-know-no-feature',
      severity: 'error',
      from: { path: '^src/main/core/(database|jobs)/' },
      to: { path: '^src/main/core/(?!database/|jobs/)[^/]+/' },
    },
    {
      name: 'nothing-imports-the-root',
      severity: 'error',
      from: { path: '^src/main/core/', pathNot: '^src/main/core/workers/' },
      to: { path: '^src/main/core/create-core\\.ts$' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts)/' },
    },
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '^(electron|.*\\.css)$' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '\\.css$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}
