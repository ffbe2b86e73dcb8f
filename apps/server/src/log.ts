/** Structured lines on standard error: one JSON object each, without words, names, secrets or addresses of people. */
import type { Log } from '@moot/room'

/** Writes a line. What goes in is codes, counts and ids of rooms. */
export const log: Log = (level, event, facts = {}) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`)
}
