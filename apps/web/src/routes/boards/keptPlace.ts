/** Where a link led to somebody who had to join first: kept in this tab until they have. */

const keyOf = (workshopId: string): string => `moot.wanted.${workshopId}`

/** Where they wanted to go, asked once; a path of this app with its fragment. */
export function takeKeptPlace(workshopId: string): string | undefined {
  try {
    const key = keyOf(workshopId)
    const kept = sessionStorage.getItem(key) ?? undefined
    sessionStorage.removeItem(key)
    return kept?.startsWith(`/w/${encodeURIComponent(workshopId)}/`) === true ? kept : undefined
  } catch {
    return undefined
  }
}
