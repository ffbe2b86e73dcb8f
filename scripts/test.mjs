/**
 * `npm test`: brings everything that the tests need, a browser included, runs every check and every test, and ends with
 * one line, `N passed, N failed`. Arguments go to vitest (`npm test -- --project unit`); then the checks are left out.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bringBrowser, buildWeb, environment, install, root, run } from './bootstrap.mjs'
import { runChecks } from './checks.mjs'

const report = join(root, 'artefacts/tests.json')
const chosen = process.argv.slice(2)
let passed = 0
let failed = 0
/** @param {boolean} ok @param {string} name what it is, said only when it failed */
const count = (ok, name) => {
  if (ok) passed += 1
  else {
    failed += 1
    console.error(`FAILED ${name}`)
  }
}

/** Reads vitest's report; a file that did not even load, and a test that was skipped, count as failed. */
function countTests() {
  if (!existsSync(report)) return count(false, 'vitest wrote no report')
  const { testResults = [] } = JSON.parse(readFileSync(report, 'utf8'))
  for (const file of testResults) {
    if (file.status !== 'passed' && file.assertionResults.length === 0) count(false, file.name)
    for (const test of file.assertionResults) count(test.status === 'passed', test.fullName)
  }
  if (testResults.length === 0) count(false, 'no test was found')
}

const started = performance.now()
await install()
const browser = await bringBrowser()
if (browser === undefined)
  count(false, 'no Chromium or Chrome was found or could be installed; set CHROME_PATH to one')
else console.log(`Browser: ${browser}`)
if (!(await buildWeb())) count(false, 'the web client could not be built')
if (chosen.length === 0) for (const check of await runChecks()) count(check.ok, check.name)

mkdirSync(join(root, 'artefacts'), { recursive: true })
rmSync(report, { force: true })
const failedBefore = failed
const { ok } = await run(
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...chosen],
  {
    env: { ...environment(), ...(browser !== undefined && { MOOT_TEST_BROWSER: browser }) },
  },
)
countTests()
if (!ok && failed === failedBefore) count(false, 'vitest, outside any test (see above)')

console.log(`\nTook ${Math.round((performance.now() - started) / 1000)} s.`)
process.exitCode = failed > 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)
