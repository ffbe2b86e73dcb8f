/**
 * `pnpm check:bundle`: what a browser loads before a screen can be used, in kB after gzip (scripts and styles; fonts
 * and pictures come later and are not counted), against a budget, and which packages must not be in it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildWeb, root } from './bootstrap.mjs'

/** `modules`: source files of the screen, loaded one after the other by `import()` on top of the first page. */
const SCREENS = [
  {
    name: 'Join',
    modules: ['src/routes/join/Join.tsx'],
    budgetKb: 98,
    never: ['yjs', '@tldraw/editor', 'radix-ui'],
  },
  {
    name: 'Plan',
    modules: ['src/routes/plan/Plan.tsx'],
    budgetKb: 110,
    never: ['yjs', '@tldraw/editor', 'radix-ui'],
  },
  {
    name: 'List view',
    modules: ['src/routes/workshop/Workshop.tsx'],
    budgetKb: 181,
    never: ['tldraw', '@tldraw/editor', '@moot/canvas'],
  },
  {
    name: 'Now',
    modules: ['src/routes/workshop/Workshop.tsx', 'src/routes/now/Now.tsx'],
    budgetKb: 200,
    never: ['tldraw', '@tldraw/editor', '@moot/canvas'],
  },
]

interface Chunk {
  readonly file: string
  readonly css?: string[]
  readonly imports?: string[]
  readonly isEntry?: boolean
}

const dist = join(root, 'apps/web/dist')
const read = (file: string): unknown => JSON.parse(readFileSync(join(dist, '.vite', file), 'utf8'))

if (!(await buildWeb())) process.exit(1)
const chunks = read('manifest.json') as Record<string, Chunk> // written by Vite in the build above
const packagesIn = read('packages.json') as Record<string, string[]> // written by apps/web/vite.config.ts

/** All chunks that are loaded with these, by what they import statically. */
function withImports(keys: readonly string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (seen.has(key)) continue
    seen.add(key)
    withImports(chunks[key]?.imports ?? [], seen)
  }
  return seen
}

const sizeOf = (file: string): number => gzipSync(readFileSync(join(dist, file))).length
const kb = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(7)
const entries = Object.keys(chunks).filter((key) => chunks[key]?.isEntry)
let ok = true

console.log('screen        scripts  styles   total  budget (kB, gzip)  files')
for (const { name, modules, budgetKb, never } of SCREENS) {
  const missing = modules.filter((module) => chunks[module] === undefined)
  if (missing.length > 0) {
    console.error(
      `${name}: ${missing.join(', ')} is not a chunk of its own. Load it by import(), or mend the table in scripts/check-bundle.ts.`,
    )
    ok = false
    continue
  }
  const loaded = [...withImports([...entries, ...modules])].flatMap((key) => chunks[key] ?? [])
  const scripts = [...new Set(loaded.map((chunk) => chunk.file))].filter((file) => file.endsWith('.js'))
  const styles = [...new Set(loaded.flatMap((chunk) => chunk.css ?? []))]
  const [script = 0, style = 0] = [scripts, styles].map((files) =>
    files.reduce((sum, file) => sum + sizeOf(file), 0),
  )
  const total = script + style
  console.log(
    `${name.padEnd(12)} ${kb(script)} ${kb(style)} ${kb(total)} ${String(budgetKb).padStart(7)} ${String(scripts.length + styles.length).padStart(17)}`,
  )
  if (total > budgetKb * 1000) {
    console.error(`${name}: over its budget by ${kb(total - budgetKb * 1000).trim()} kB`)
    ok = false
  }
  const inside = new Map(
    scripts.flatMap((file) => (packagesIn[file] ?? []).map((pkg) => [pkg, file] as const)),
  )
  for (const pkg of never) {
    if (!inside.has(pkg)) continue
    console.error(`${name}: contains ${pkg} (in ${inside.get(pkg)}); load it by import() when it is needed`)
    ok = false
  }
}
process.exitCode = ok ? 0 : 1
