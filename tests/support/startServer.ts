/** The real server as a process of its own, on a free port, with data in a directory of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createResponse, joinResponse } from '@moot/protocol'
import type { CreateResponse, JoinResponse } from '@moot/protocol'

const root = fileURLToPath(new URL('../..', import.meta.url))
const entry = join(root, 'apps/server/src/main.ts')
/** The Node that runs the server: the repository's own, also where the tests were started with another. */
export const node = join(root, 'node_modules/.bin/node')

/**
 * Loaded into the server before anything else: a test process that ends, however it ends, closes this pipe, and no
 * server stays behind. In the main thread only, since workers have a standard input of their own that ends at once.
 */
const LEASH = `data:text/javascript,${encodeURIComponent(`
  import { isMainThread } from 'node:worker_threads'
  if (isMainThread) process.stdin.on('end', () => process.exit(99)).resume()
`)}`
/**
 * Loaded as well where a test moves the time: what comes through the pipe, in ms a line, the clock is ahead from then on.
 * Only what it shows: timers run as they do.
 */
const MOVABLE_CLOCK = `data:text/javascript,${encodeURIComponent(`
  import { isMainThread } from 'node:worker_threads'
  if (isMainThread) {
    const { now } = Date
    let ahead = 0
    Date.now = () => now() + ahead
    process.stdin.setEncoding('utf8').on('data', (text) => {
      for (const ms of text.split('\\n')) ahead += Number(ms)
      process.stdout.write('the clock is ' + ahead + ' ms ahead\\n')
    })
  }
`)}`

/** How to start: `data` keeps a directory from an earlier start; without it there is a fresh one. */
export interface ServerOptions {
  readonly data?: string
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  /** Whether a test may move its clock, see `passTime`. */
  readonly isClockMovable?: boolean
}

/** A running server. */
export interface RunningServer {
  readonly url: string
  readonly port: number
  readonly pid: number
  readonly dataDir: string
  /** Everything it has printed so far, both streams. */
  readonly output: () => string
  readonly isRunning: () => boolean
  /** Moves its clock on, if that is movable; resolves once it shows that. @param ms - how much later it is */
  readonly passTime: (ms: number) => Promise<void>
  /** Asks it to stop, waits, and resolves to its exit code. A directory that `startServer` made is removed. */
  readonly stop: (options?: { readonly keepData?: boolean }) => Promise<number | null>
  /** Ends it at once, as a power cut would; the data stays. */
  readonly kill9: () => Promise<void>
}

/** Starts the server and waits until it listens; throws with its output where it ends instead. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = options.data ?? mkdtempSync(join(tmpdir(), 'moot-test-'))
  const first = options.isClockMovable === true ? [LEASH, MOVABLE_CLOCK] : [LEASH]
  const child = spawn(
    node,
    [
      ...first.flatMap((module) => ['--import', module]),
      entry,
      '--port',
      '0',
      '--data',
      dataDir,
      ...(options.args ?? []),
    ],
    {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  )
  let output = ''
  let aheadMs = 0
  const ended = once(child, 'exit')
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString('utf8')
      // The log's line has the real port, the other may be a public address.
      const port = /"event":"listening","port":(\d+)/.exec(output)?.[1]
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output}`)))
  })
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null
  return {
    url,
    port: Number(new URL(url).port),
    // It has printed its address, so it has been started.
    pid: child.pid ?? NaN,
    dataDir,
    output: () => output,
    isRunning,
    passTime: async (ms) => {
      aheadMs += ms
      child.stdin.write(`${ms}\n`)
      const said = `the clock is ${aheadMs} ms ahead`
      while (isRunning() && !output.includes(said)) await once(child.stdout, 'data')
    },
    stop: async ({ keepData = options.data !== undefined } = {}) => {
      if (isRunning()) child.kill('SIGTERM')
      await ended
      if (!keepData) rmSync(dataDir, { recursive: true, force: true })
      return child.exitCode
    },
    kill9: async () => {
      if (isRunning()) child.kill('SIGKILL')
      await ended
    },
  }
}

/** One request to the interface, as a program makes it. */
export async function post(
  url: string,
  path: string,
  body: unknown,
  secret?: string,
): Promise<{ status: number; json: unknown; headers: Headers }> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(secret !== undefined && { authorization: `Bearer ${secret}` }),
    },
    body: JSON.stringify(body),
  })
  const json: unknown = await response.json()
  return { status: response.status, json, headers: response.headers }
}

/** Makes a workshop; its first board is `boards[0]`. */
export async function makeWorkshop(url: string, body: object = {}): Promise<CreateResponse> {
  const { json } = await post(url, '/api/workshops', body)
  return createResponse.parse(json)
}

/** Joins through a link's key. */
export async function joinAs(url: string, id: string, key: string, name: string): Promise<JoinResponse> {
  const { json } = await post(url, `/api/workshops/${id}/people`, { key, name })
  return joinResponse.parse(json)
}

/** By which link somebody comes. */
export type Role = 'facilitator' | 'join' | 'observer'
const LETTER = { facilitator: 'f', join: 'j', observer: 'o' } as const

/** The link for a role. @param place - where in the workshop it leads, such as `/topics` */
export function linkFor(
  url: string,
  { id, keys }: Pick<CreateResponse, 'id' | 'keys'>,
  role: Role,
  place = '',
): string {
  return `${url}/w/${id}${place}#${LETTER[role]}.${keys[role]}`
}
