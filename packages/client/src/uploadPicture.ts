/** Sending a picture to the server. With `XMLHttpRequest`, since `fetch` does not say how much of a body has gone. */
import type { UploadResponse } from '@moot/protocol'
import { problemSchema, uploadResponse } from '@moot/protocol'
import type { Outcome } from './api.ts'

/** A picture to send, and who sends it. */
export interface PictureToSend {
  readonly workshopId: string
  readonly secret: string
  /** What is sent as it is; the server looks at its content only. */
  readonly picture: Blob
  /** Called with how much has gone, 0 to 1. */
  readonly onProgress?: (part: number) => void
  /** Ends it; the outcome is then `cancelled`. */
  readonly signal?: AbortSignal
}

/** No answer for this long after everything has gone, or no progress at all, means failed, in ms. */
const TIMEOUT_MS = 120_000

const UNREACHABLE = {
  ok: false,
  code: 'unreachable',
  message: 'The server could not be reached. Check your connection and try again.',
} as const
const CANCELLED = { ok: false, code: 'cancelled', message: 'The picture was not sent.' } as const
const UNREADABLE = {
  ok: false,
  code: 'unreadable',
  message: 'The server’s answer could not be read.',
} as const

/** Sends one picture; failure is a value, never a throw. */
export function uploadPicture({
  workshopId,
  secret,
  picture,
  onProgress,
  signal,
}: PictureToSend): Promise<Outcome<UploadResponse>> {
  if (signal?.aborted === true) return Promise.resolve(CANCELLED)
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const cancel = (): void => request.abort()
    const settle = (outcome: Outcome<UploadResponse>): void => {
      signal?.removeEventListener('abort', cancel)
      resolve(outcome)
    }
    request.open('POST', `/api/workshops/${encodeURIComponent(workshopId)}/uploads`)
    request.setRequestHeader('authorization', `Bearer ${secret}`)
    // Not the file's own type, which may be anything: nobody reads it.
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.timeout = TIMEOUT_MS
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0)
    request.onload = () => settle(read(request.status, request.responseText))
    request.onerror = request.ontimeout = () => settle(UNREACHABLE)
    request.onabort = () => settle(CANCELLED)
    signal?.addEventListener('abort', cancel)
    request.send(picture)
  })
}

function read(status: number, text: string): Outcome<UploadResponse> {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return { ...UNREADABLE, code: status >= 200 && status < 300 ? 'unreadable' : `http_${status}` }
  }
  const parsed = uploadResponse.safeParse(body)
  if (parsed.success) return { ok: true, value: parsed.data }
  const problem = problemSchema.safeParse(body)
  return problem.success ? problem.data : UNREADABLE
}
