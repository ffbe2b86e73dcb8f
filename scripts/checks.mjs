/** The checks, in one place: `pnpm check` runs them all, `npm test` runs them all and counts each as one. */
import { run } from './bootstrap.mjs'

/** Scripts of package.json, the quick ones first. */
const CHECKS = [
  'check:packages',
  'check:format',
  'check:imports',
  'check:types',
  'check:lint',
  'check:dead',
  'check:bundle',
]

/** @returns {Promise<{ name: string, ok: boolean }[]>} one entry a check; what failed has been printed */
export async function runChecks() {
  const results = []
  for (const name of CHECKS) {
    const { ok, output, ms } = await run('npm', ['run', '--silent', name], { quiet: true })
    console.log(`${ok ? '✓' : '✗'} ${name} (${(ms / 1000).toFixed(1)} s)`)
    if (!ok || name === 'check:bundle') console.log(output.trimEnd())
    results.push({ name, ok })
  }
  return results
}
