/** Pictures of boards to take away or to print, as the server draws them. */
import { problemSchema } from '@moot/protocol'
import type { Outcome } from './api.ts'

/** Large as PNG, the same as SVG, or as large as a page of paper or a screen shows. */
export type BoardPictureFile = 'picture.png' | 'picture.svg' | 'page.png'

/** How long one may take to be drawn and to come, in ms. */
const FETCH_TIMEOUT_MS = 45_000

const UNREACHABLE = {
  ok: false,
  code: 'unreachable',
  message: 'The server could not be reached. Check your connection and try again.',
} as const

/** Fetches a board's picture with the person's secret; failure is a value, never a throw. */
export async function fetchBoardPicture(what: {
  readonly workshopId: string
  readonly secret: string
  readonly board: string
  readonly file: BoardPictureFile
  readonly signal?: AbortSignal
}): Promise<Outcome<Blob>> {
  const { workshopId, secret, board, file, signal } = what
  const path = `/api/workshops/${encodeURIComponent(workshopId)}/boards/${encodeURIComponent(board)}/${file}`
  const late = AbortSignal.timeout(FETCH_TIMEOUT_MS)
  try {
    const response = await fetch(path, {
      headers: { authorization: `Bearer ${secret}` },
      cache: 'no-store',
      credentials: 'omit',
      signal: signal === undefined ? late : AbortSignal.any([signal, late]),
    })
    if (response.ok) return { ok: true, value: await response.blob() }
    const problem = problemSchema.safeParse(await response.json())
    return problem.success ? problem.data : { ...UNREACHABLE, code: `http_${response.status}` }
  } catch {
    return UNREACHABLE
  }
}
