/** `pnpm check`: all checks, whatever the first one says. */
import { runChecks } from './checks.mjs'

const failed = (await runChecks()).filter((check) => !check.ok)
if (failed.length > 0) console.error(`\nFailed: ${failed.map((check) => check.name).join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0
