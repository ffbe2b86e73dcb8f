/**
 * Who may import whom. Ranks: board and workshop know nobody; templates, writeup and protocol know those two; room,
 * client and canvas know what is below them; apps put the parts together. Each rule says what to do instead.
 */
const PURE = '^packages/(board|workshop|templates|writeup|picture|intake|protocol|room)/src'
const TEST_CODE = '([.]test[.]tsx?$|/testing/)'

/** A package may import from these packages only (and from itself). */
const mayImport = (from, packages, comment) => ({
  name: `rank-${from.split('/')[1]}`,
  severity: 'error',
  comment,
  from: { path: `^${from}/src`, pathNot: TEST_CODE },
  to: {
    path: '^(packages|apps|tests|scripts)/',
    pathNot: `^(${[from, ...packages.map((name) => `packages/${name}`)].join('|')})/`,
  },
})

module.exports = {
  forbidden: [
    mayImport(
      'packages/board',
      [],
      'A board stands alone. What needs the workshop too belongs in room, or in a template.',
    ),
    mayImport(
      'packages/workshop',
      [],
      'Workshop rules stand alone: no board, no bytes. Combine the two in room.',
    ),
    mayImport(
      'packages/templates',
      ['board', 'workshop'],
      'A template is data for a board and a workshop. Whatever runs it lives in room.',
    ),
    mayImport(
      'packages/writeup',
      ['board', 'workshop'],
      'A write-up is made from plain values. Fetch them in room or in the web app and pass them in.',
    ),
    mayImport(
      'packages/picture',
      ['board'],
      'A picture is made from plain values of a board. Fetch them in room or in an app and pass them in.',
    ),
    mayImport(
      'packages/intake',
      ['board'],
      'Tables become plans for notes here; reading files and asking people is for the screens.',
    ),
    mayImport(
      'packages/protocol',
      ['workshop'],
      'Messages carry workshop types. If board types seem needed, the message probably carries bytes.',
    ),
    mayImport(
      'packages/room',
      ['board', 'workshop', 'templates', 'writeup', 'protocol'],
      'The room is half of the server; it meets the client only in protocol and in tests.',
    ),
    mayImport(
      'packages/client',
      ['board', 'workshop', 'protocol'],
      'The client has no screens and no server. Screens live in apps/web; shared messages in protocol.',
    ),
    mayImport(
      'packages/canvas',
      ['board', 'picture'],
      'The canvas knows no network. Pass what it needs in through its own props and interfaces.',
    ),
    mayImport(
      'apps/web',
      ['board', 'workshop', 'templates', 'writeup', 'picture', 'intake', 'protocol', 'client', 'canvas'],
      'The web app never contains the room. Ask the server by a command instead.',
    ),
    mayImport(
      'apps/server',
      ['board', 'workshop', 'templates', 'writeup', 'picture', 'protocol', 'room'],
      'The server has no canvas and no client.',
    ),
    {
      name: 'nobody-imports-an-app',
      severity: 'error',
      comment: 'Apps are ends, not parts. Move what you need into a package. (Tests may start apps/server.)',
      from: { pathNot: '^(apps|tests|scripts)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      comment:
        'Two files that need each other are one thing or three: merge them, or move the shared part to a third. ' +
        '(Types may point back: they are gone when the program runs.)',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-own-front-door',
      severity: 'error',
      comment:
        'Inside a package import the file that has the thing, not index.ts: the index is for other packages.',
      from: { path: '^packages/([^/]+)/src/', pathNot: TEST_CODE },
      to: { path: '^packages/$1/src/index[.]ts$' },
    },
    {
      name: 'front-door-only',
      severity: 'error',
      comment:
        'Another package is imported by its name, not by a path into it. Ask for the export in its index.ts.',
      from: { path: '^(packages|apps)/([^/]+)/src/', pathNot: TEST_CODE },
      to: {
        path: '^packages/[^/]+/src/',
        pathNot: '^($1/$2/|packages/[^/]+/src/index[.]ts$|packages/canvas/src/canvas[.]css$)',
      },
    },
    {
      name: 'tldraw-only-in-canvas',
      severity: 'error',
      comment:
        'tldraw stays behind packages/canvas, so that it can be replaced and nobody loads it by accident.',
      from: { pathNot: '^packages/canvas/' },
      to: { path: 'node_modules/(tldraw|@tldraw)/' },
    },
    {
      name: 'react-only-on-screens',
      severity: 'error',
      comment:
        'React belongs to apps/web and packages/canvas. Logic that both need goes into client or board, without it.',
      from: { path: '^(packages|apps)/', pathNot: '^(packages/canvas|apps/web)/' },
      to: { path: 'node_modules/(react|react-dom|zustand/react|radix-ui|@radix-ui)(/|$)' },
    },
    {
      name: 'canvas-in-one-place',
      severity: 'error',
      comment: 'Only CanvasView.tsx knows the canvas (types are free). Join and the list must not load it.',
      from: { path: '^apps/web/src', pathNot: `(${TEST_CODE}|^apps/web/src/routes/board/CanvasView[.]tsx$)` },
      to: { path: '^packages/canvas/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'canvas-only-when-opened',
      severity: 'error',
      comment: 'CanvasView.tsx brings tldraw along: load it by import() when a canvas is opened.',
      from: { path: '^apps/web/src', pathNot: TEST_CODE },
      to: {
        path: '^apps/web/src/routes/board/CanvasView[.]tsx$',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-node-in-pure-packages',
      severity: 'error',
      comment:
        'These run in browsers, in tests and on the server. Take sockets, disk, time and randomness as arguments.',
      from: { path: PURE, pathNot: TEST_CODE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-node-in-the-browser',
      severity: 'error',
      comment: 'This code runs in a browser, where Node modules do not exist.',
      from: { path: '^(packages/(client|canvas)|apps/web)/src', pathNot: TEST_CODE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-sockets-in-packages',
      severity: 'error',
      comment: 'ws belongs to apps/server; packages get a Socket interface.',
      from: { path: '^packages/' },
      to: { path: 'node_modules/ws/' },
    },
    {
      name: 'no-yjs-in-workshop',
      severity: 'error',
      comment: 'The workshop is decided, not merged. If it needs a document, it is a board.',
      from: { path: '^packages/workshop/' },
      to: { path: 'node_modules/(yjs|y-protocols|lib0)/' },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      comment: 'Tests may import the product, never the other way round.',
      from: { path: '^(packages|apps)/', pathNot: TEST_CODE },
      to: { path: `(^tests/|${TEST_CODE})` },
    },
    {
      name: 'declared',
      severity: 'error',
      comment: 'Add it to this package’s own package.json (version "catalog:"), or do without it.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment:
        'This import leads nowhere: a typing mistake, a file not there yet, or a package’s inside that is not exported.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|vite/|vite$)|[?](url|raw)$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '([.]tsbuild|/dist/)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
    reporterOptions: { dot: { collapsePattern: '^(packages|apps)/[^/]+' } },
  },
}
