/**
 * `pnpm notices`: writes NOTICE.md, the licences of every package that ends up in the server or in the web client, with
 * their texts. `--check` only says whether it is up to date. The web build serves it as /licences.txt.
 */
import { createHash } from 'node:crypto'
import { existsSync, globSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './bootstrap.mjs'

interface Package {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly repository?: string | { readonly url?: string }
  readonly dependencies?: Record<string, string>
}

/** Packages that only point to their licence, and where its text is. */
const TEXT_ELSEWHERE: readonly [RegExp, string][] = [
  [/^(tldraw|@tldraw\/(editor|assets))$/, 'LICENSES/tldraw-LICENSE.md'],
]
const file = join(root, 'NOTICE.md')

/** Finds a dependency as Node does: in node_modules beside the package, then further up. */
function folderOf(name: string, from: string): string | undefined {
  for (let dir = from; dir !== dirname(dir); dir = dirname(dir)) {
    const candidate = join(dir, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return realpathSync(candidate)
  }
  return undefined // an optional package for another kind of machine
}

const found = new Map<string, { pkg: Package; folder: string }>()
function collect(folder: string): void {
  const pkg = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package // npm's own format
  const key = `${pkg.name} ${pkg.version}`
  if (found.has(key)) return
  found.set(key, { pkg, folder })
  for (const name of Object.keys(pkg.dependencies ?? {})) {
    const next = folderOf(name, folder)
    if (next !== undefined) collect(next)
  }
}
for (const app of globSync('apps/*', { cwd: root })) collect(join(root, app))

function licenceText(name: string, folder: string): string | undefined {
  const elsewhere = TEXT_ELSEWHERE.find(([pattern]) => pattern.test(name))?.[1]
  if (elsewhere !== undefined) return `See ${elsewhere}, which is part of this distribution.`
  const own = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry))
  return own && readFileSync(join(folder, own), 'utf8').replaceAll('\r\n', '\n').trim()
}

const texts = new Map<string, { text: string; names: string[] }>()
const rows: string[] = []
for (const { pkg, folder } of [...found.values()].sort((a, b) => (a.pkg.name < b.pkg.name ? -1 : 1))) {
  if (pkg.name.startsWith('@moot/')) continue
  const licence = pkg.license ?? 'see below'
  rows.push(
    `| ${pkg.name} | ${pkg.version} | ${licence.startsWith('SEE ') ? 'its text is below' : licence} |`,
  )
  const source = typeof pkg.repository === 'string' ? pkg.repository : pkg.repository?.url
  const text =
    licenceText(pkg.name, folder) ?? `${licence}. The package holds no text of its own; its source: ${source}`
  const key = createHash('sha256').update(text).digest('hex')
  const entry = texts.get(key) ?? { text, names: [] }
  texts.set(key, { ...entry, names: [...entry.names, pkg.name] })
}

const notice = `# Notice of third-party licences

Moot itself is under the MIT licence (LICENSE). It is distributed with the packages below, each under its own licence.
This file is made by \`pnpm notices\`.

| Package | Version | Licence |
| --- | --- | --- |
${rows.join('\n')}

${[...texts.values()].map(({ text, names }) => `## ${names.join(', ')}\n\n\`\`\`\`text\n${text}\n\`\`\`\`\n`).join('\n')}`

if (!process.argv.includes('--check')) writeFileSync(file, notice)
else if (readFileSync(file, 'utf8') !== notice) {
  console.error('NOTICE.md is not what the installed packages say: run "pnpm notices" and commit it.')
  process.exitCode = 1
}
console.log(`${rows.length} packages, ${texts.size} licence texts.`)
