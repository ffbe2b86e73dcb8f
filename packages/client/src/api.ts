/** The HTTP interface from the browser's side. Every call ends in an `Outcome`: failure is a value, never a throw. */
import type * as z from 'zod/mini'
import type {
  AboutResponse,
  Answer,
  CodeResponse,
  CreateRequest,
  CreateResponse,
  DoorResponse,
  JoinRequest,
  JoinResponse,
} from '@moot/protocol'
import {
  aboutResponse,
  answerSchema,
  codeResponse,
  createResponse,
  doorResponse,
  joinResponse,
  problemSchema,
} from '@moot/protocol'
import type { Command } from '@moot/workshop'

/** What came of a request: a value, or a stable code and the server's sentence. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly message: string }

/** How long a request may take before it counts as failed, in ms. */
const REQUEST_TIMEOUT_MS = 15_000

const UNREACHABLE = {
  ok: false,
  code: 'unreachable',
  message: 'The server could not be reached. Check your connection and try again.',
} as const

const UNREADABLE = {
  ok: false,
  code: 'unreadable',
  message: 'The server’s answer could not be read.',
} as const

/** One request with a JSON answer of a known shape. */
export async function request<T>(
  schema: z.ZodMiniType<T>,
  path: string,
  init: { readonly method: 'GET' | 'POST'; readonly body?: unknown; readonly secret?: string | undefined },
): Promise<Outcome<T>> {
  const headers: Record<string, string> = {}
  if (init.body !== undefined) headers['content-type'] = 'application/json'
  if (init.secret !== undefined) headers.authorization = `Bearer ${init.secret}`
  try {
    const response = await fetch(path, {
      method: init.method,
      headers,
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    })
    const body: unknown = await response.json().catch(() => undefined)
    const parsed = schema.safeParse(body)
    if (parsed.success) return { ok: true, value: parsed.data }
    const problem = problemSchema.safeParse(body)
    if (problem.success) return problem.data
    return response.ok
      ? UNREADABLE
      : { ok: false, code: `http_${response.status}`, message: UNREADABLE.message }
  } catch {
    return UNREACHABLE
  }
}

/** Address of something of a workshop. */
export const at = (workshopId: string, rest: string): string =>
  `/api/workshops/${encodeURIComponent(workshopId)}/${rest}`

/**
 * Makes a workshop.
 *
 * @param secret - of a facilitator of the workshop that it is made `from`
 */
export function createWorkshop(body: CreateRequest, secret?: string): Promise<Outcome<CreateResponse>> {
  return request(createResponse, '/api/workshops', { method: 'POST', body, secret })
}

/** What the Join page may say about the workshop behind a link. */
export function openDoor(workshopId: string, key: string): Promise<Outcome<DoorResponse>> {
  return request(doorResponse, at(workshopId, 'door'), { method: 'POST', body: { key } })
}

/**
 * Joins through a link, or as oneself on another device.
 *
 * @param secret - of the person this browser already is: they rise to the link's role instead of joining twice
 */
export function join(workshopId: string, body: JoinRequest, secret?: string): Promise<Outcome<JoinResponse>> {
  return request(joinResponse, at(workshopId, 'people'), { method: 'POST', body, secret })
}

/** The workshop behind a join code typed in. */
export function redeemCode(code: string): Promise<Outcome<CodeResponse>> {
  return request(codeResponse, '/api/codes', { method: 'POST', body: { code } })
}

/** Who runs this server. */
export function about(): Promise<Outcome<AboutResponse>> {
  return request(aboutResponse, '/api/about', { method: 'GET' })
}

/** Gives one command over HTTP, for where there is no live connection. */
export async function giveCommand(workshopId: string, secret: string, command: Command): Promise<Answer> {
  const outcome = await request(answerSchema, at(workshopId, 'commands'), {
    method: 'POST',
    body: command,
    secret,
  })
  return outcome.ok ? outcome.value : outcome
}

/** Fetches a form of the write-up as this person may see it, to be saved as a file. */
export async function fetchWriteUp(
  workshopId: string,
  secret: string,
  form: 'md' | 'csv',
): Promise<Outcome<Blob>> {
  try {
    const response = await fetch(at(workshopId, `write-up.${form}`), {
      headers: { authorization: `Bearer ${secret}` },
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS * 2),
    })
    if (response.ok) return { ok: true, value: await response.blob() }
    const problem = problemSchema.safeParse(await response.json().catch(() => undefined))
    return problem.success ? problem.data : UNREADABLE
  } catch {
    return UNREACHABLE
  }
}
