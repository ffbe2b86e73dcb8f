/** Refusals over HTTP. */

/** An answer that is no success, with a stable code and a sentence. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>
  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }
}

/** Asks to come back later; both the sentence and `retry-after` say when. */
export function tooMany(waitMs: number, message: string): Problem {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  const when =
    seconds < 120
      ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
      : `${Math.ceil(seconds / 60)} minutes`
  return new Problem(429, 'slow_down', `${message} Please wait ${when}.`, { 'retry-after': String(seconds) })
}
