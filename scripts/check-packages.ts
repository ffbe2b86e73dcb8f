/**
 * `pnpm check:packages`: what the package manager and the compiler do not check about our own packages. Ranks between
 * packages, references that match dependencies, one version of everything, one copy of Yjs, no `export *`.
 */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { root } from './bootstrap.mjs'

/** Lower ranks never import higher ones; within a rank nobody imports anybody. */
const RANKS: Record<string, number> = {
  '@moot/board': 0,
  '@moot/workshop': 0,
  '@moot/templates': 1,
  '@moot/writeup': 1,
  '@moot/picture': 1,
  '@moot/intake': 1,
  '@moot/protocol': 1,
  '@moot/room': 2,
  '@moot/client': 2,
  '@moot/canvas': 2,
  '@moot/web': 3,
  '@moot/server': 3,
  '@moot/tests': 4,
}
/** Two copies of any of these in one program do not understand each other, silently. */
const ONE_COPY = ['yjs', 'y-protocols', 'lib0', 'react', 'zod']

interface Manifest {
  readonly name: string
  readonly exports?: Record<string, string>
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
}

const problems: string[] = []
const json = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'))
const referencesOf = (file: string): string[] => {
  const { references = [] } = json(file) as { references?: { path: string }[] } // our own files, checked by tsc too
  return references.map((reference) => normalize(join(dirname(file), reference.path)))
}

const folders = [...globSync('{apps,packages}/*/package.json', { cwd: root }), 'tests/package.json'].map(
  (file) => dirname(file),
)
const manifests = new Map(folders.map((folder) => [folder, json(`${folder}/package.json`) as Manifest]))
const folderOf = new Map([...manifests].map(([folder, manifest]) => [manifest.name, folder]))

for (const [folder, manifest] of manifests) {
  const say = (problem: string) => problems.push(`${folder}: ${problem}`)
  const rank = RANKS[manifest.name]
  if (rank === undefined) {
    say(
      `${manifest.name} has no rank; a new package needs a decision record and a line in scripts/check-packages.ts`,
    )
    continue
  }
  if (folder.startsWith('packages/') && manifest.exports?.['.'] !== './src/index.ts')
    say('must export ".": "./src/index.ts"')

  const dependencies = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  for (const [name, version] of dependencies) {
    if (!name.startsWith('@moot/')) {
      if (version !== 'catalog:') say(`${name} must be "catalog:", its version is in pnpm-workspace.yaml`)
    } else if (version !== 'workspace:*') say(`${name} must be "workspace:*"`)
    else if ((RANKS[name] ?? Infinity) >= rank)
      say(`may not depend on ${name}: see docs/architecture.md for who imports whom`)
  }

  const wanted = dependencies.flatMap(([name]) => folderOf.get(name) ?? []).sort()
  // Tests may use scripts/ and what packages offer to tests; those are no dependencies between packages.
  const declared = referencesOf(`${folder}/tsconfig.json`)
    .filter((path) => manifests.has(path))
    .sort()
  if (wanted.join() !== declared.join())
    say(`tsconfig.json must refer to exactly: ${wanted.join(', ') || 'nothing'}`)
}
const built = new Set(referencesOf('tsconfig.json'))
for (const config of globSync('{apps,packages}/*/tsconfig*.json', { cwd: root })) {
  const project = config.endsWith('/tsconfig.json') ? dirname(config) : config
  if (!built.has(project))
    problems.push(`tsconfig.json: does not refer to ${project}, so nobody checks its types`)
}
const lock = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
if (/https?:\/\//.test(lock))
  problems.push('pnpm-lock.yaml: holds an address; packages must come by name and checksum')
for (const name of ONE_COPY) {
  const copies = new Set(
    [...lock.matchAll(new RegExp(`^  '?${name}@([^:('\\s]+)`, 'gm'))].map((match) => match[1]),
  )
  if (copies.size !== 1)
    problems.push(`${name}: ${copies.size} versions (${[...copies].join(', ')}), must be one`)
}

for (const file of globSync('{apps,packages}/*/src/**/*.{ts,tsx}', { cwd: root })) {
  if (/^export \*/m.test(readFileSync(join(root, file), 'utf8')))
    problems.push(`${file}: "export *"; list what you export by name`)
}

for (const problem of problems) console.error(problem)
console.log(problems.length === 0 ? `${manifests.size} packages in order.` : `${problems.length} problems.`)
process.exitCode = problems.length === 0 ? 0 : 1
