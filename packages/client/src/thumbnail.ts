/** Small pictures of boards, as the server draws them. */

/** A picture of a board at some moment; `tag` is what the server calls that state of it. */
export interface Thumbnail {
  readonly blob: Blob
  readonly tag: string
}

/** How long one may take to come, in ms. */
const FETCH_TIMEOUT_MS = 20_000

/**
 * Fetches a board's picture with the person's secret.
 *
 * @param known - tag of the picture that is there already
 * @returns `same` where that is still how the board looks, `null` where there is none to be had just now
 */
export async function fetchThumbnail(
  workshopId: string,
  secret: string,
  board: string,
  known: string | undefined,
): Promise<Thumbnail | 'same' | null> {
  const path = `/api/workshops/${encodeURIComponent(workshopId)}/boards/${encodeURIComponent(board)}/thumbnail.png`
  try {
    const response = await fetch(path, {
      headers: { authorization: `Bearer ${secret}`, ...(known !== undefined && { 'if-none-match': known }) },
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
    })
    if (response.status === 304) return 'same'
    const isPicture = response.headers.get('content-type')?.startsWith('image/png') === true
    if (!response.ok || !isPicture) return null
    return { blob: await response.blob(), tag: response.headers.get('etag') ?? '' }
  } catch {
    return null
  }
}
