/**
 * What `npm start` and `npm test` share: bring a fresh clone to the point where it can run, and do nothing when it
 * already is there. Plain JavaScript for any Node from 20 on, because nothing is installed yet when it starts.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 20

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
/** Node 24, which the repository brings with it: the Node that started this script may be older. */
export const node = join(root, 'node_modules/node/bin/node')
const bin = join(root, 'node_modules/.bin')
const installStamp = join(root, 'node_modules/.moot-installed')
const webDist = join(root, 'apps/web/dist')
const webStamp = join(webDist, '.vite/built-from')

/** @param {string} sentence why nothing can be done; the process ends */
export function giveUp(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}

/** The environment in which `node` and every tool mean the repository's own. */
export function environment() {
  return { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` }
}

/**
 * Runs one program to its end with our terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, quiet?: boolean, env?: NodeJS.ProcessEnv }} [options] quiet: keep the output and return it
 * @returns {Promise<{ ok: boolean, output: string, ms: number }>}
 */
export function run(command, args, { cwd = root, quiet = false, env = environment() } = {}) {
  const started = performance.now()
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, { cwd, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text))
    }
    const end = (/** @type {boolean} */ ok) =>
      resolve({ ok, output, ms: Math.round(performance.now() - started) })
    child.on('error', (error) => {
      output += error.message
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}

/**
 * @param {string} dir
 * @param {(name: string) => boolean} wanted called with the path inside dir
 * @returns {string[]} paths of files below dir, sorted
 */
function filesBelow(dir, wanted) {
  if (!existsSync(dir)) return []
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter(wanted)
    .map((path) => join(dir, path))
    .filter((path) => statSync(path).isFile())
    .sort()
}

/** @param {string[]} files @returns {string} one hash of all names and contents */
function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${relative(root, file)}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

/** @param {string} file */
const contentOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

function installedFrom() {
  const members = ['apps', 'packages'].flatMap((dir) =>
    readdirSync(join(root, dir)).map((name) => join(root, dir, name)),
  )
  const files = [root, join(root, 'tests'), ...members]
    .map((dir) => join(dir, 'package.json'))
    .filter((file) => existsSync(file))
  return hashOf([...files, join(root, 'pnpm-lock.yaml'), join(root, 'pnpm-workspace.yaml')])
}

/** Installs packages (and Node 24 among them) when what is installed is not what the lockfile says. */
export async function install() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    giveUp(`Moot needs Node ${OLDEST_NODE} or newer to begin with; this is Node ${process.versions.node}.`)
  }
  const from = installedFrom()
  if (contentOf(installStamp) === from && existsSync(node)) return
  console.log('Installing packages (once, and again when they change) …')
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const pnpm = ['-y', packageManager, 'install', '--config.confirmModulesPurge=false']
  // npm hands its own settings to its children as npm_config_*; pnpm would read them as its own.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_config_(?!.*registry)|npm_package|npm_lifecycle)/i.test(name),
    ),
  )
  const { ok } = await run('npx', pnpm, { env })
  if (!ok || !existsSync(node))
    giveUp(
      'The packages could not be installed (see above). Is the npm registry reachable? Nothing else is fetched.',
    )
  writeFileSync(installStamp, installedFrom())
}

/** Everything that the built web client is made from, tests left out. */
function webBuiltFrom() {
  const ours = (/** @type {string} */ path) =>
    !/(^|\/)(node_modules|dist|\.tsbuild|testing)\/|\.test\.tsx?$|\.md$/.test(path)
  const packages = readdirSync(join(root, 'packages')).flatMap((name) =>
    filesBelow(join(root, 'packages', name, 'src'), ours),
  )
  const web = ['src', 'public'].flatMap((dir) => filesBelow(join(root, 'apps/web', dir), ours))
  const single = ['apps/web/index.html', 'apps/web/vite.config.ts', 'pnpm-lock.yaml', 'NOTICE.md'].map(
    (file) => join(root, file),
  )
  return hashOf([...packages, ...web, ...single.filter((file) => existsSync(file))])
}

/** Builds the web client when its sources are not those of the last build. Call `install` before. */
export async function buildWeb({ force = false } = {}) {
  const from = webBuiltFrom()
  if (!force && contentOf(webStamp) === from) return true
  console.log('Building the web client …')
  const { ok, output, ms } = await run('vite', ['build', '--logLevel', 'warn'], {
    cwd: join(root, 'apps/web'),
    quiet: true,
  })
  if (!ok) {
    console.error(output)
    return false
  }
  mkdirSync(dirname(webStamp), { recursive: true })
  writeFileSync(webStamp, from)
  console.log(`Built in ${(ms / 1000).toFixed(1)} s.`)
  return true
}

const BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const BROWSER_PLACES = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** @returns {string | undefined} a Chromium or Chrome that is already on this machine */
export function findBrowser() {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((dir) => BROWSERS.map((name) => join(dir, name)))
  const given = [process.env['MOOT_TEST_BROWSER'], process.env['CHROME_PATH']].filter(
    (path) => path !== undefined && path !== '',
  )
  const asked = given.find((path) => path !== undefined && existsSync(path))
  return asked ?? [...onPath, ...BROWSER_PLACES].find((path) => existsSync(path)) ?? playwrightBrowser()
}

/** @returns {string | undefined} where playwright-core keeps the Chromium that it downloaded */
function playwrightBrowser() {
  if (!existsSync(node)) return undefined
  const ask =
    "import('playwright-core').then(({ chromium }) => process.stdout.write(chromium.executablePath()))"
  const { stdout } = spawnSync(node, ['--input-type=module', '-e', ask], { cwd: root, encoding: 'utf8' })
  return stdout !== '' && existsSync(stdout) ? stdout : undefined
}

/** Finds a browser or fetches one: Playwright's download first, then Debian's package when we may install it. */
export async function bringBrowser() {
  const there = findBrowser()
  if (there !== undefined) return there
  console.log('No Chromium here. Trying the download …')
  await run('playwright-core', ['install', 'chromium'])
  const downloaded = findBrowser()
  if (downloaded !== undefined) return downloaded
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Trying the Debian package …')
    const env = { ...environment(), DEBIAN_FRONTEND: 'noninteractive' }
    const updated = await run('apt-get', ['update', '-q'], { env })
    if (updated.ok)
      await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env })
  }
  return findBrowser()
}
