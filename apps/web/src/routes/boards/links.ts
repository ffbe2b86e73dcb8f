/** Whole links to a board and to what is on it, to be handed on. */
import { fragmentOf, workshopPath } from '../../links.ts'
import type { LinkTarget } from './itemLinks.ts'
import { targetPath } from './itemLinks.ts'

/**
 * A link to a board. With the key to join, which everybody who has it may hand on, it opens for anybody.
 *
 * @param publicUrl - the operator's address for links; '' for the page's own
 */
export function boardLink(
  publicUrl: string,
  workshopId: string,
  board: string,
  joinKey: string | undefined,
): string {
  const key = joinKey === undefined ? '' : fragmentOf({ kind: 'join', key: joinKey })
  return `${publicUrl || location.origin}${workshopPath(workshopId, { board })}${key}`
}

/** A link to something on a board; it opens for those who have joined. `publicUrl` as above. */
export function itemLink(publicUrl: string, workshopId: string, board: string, target: LinkTarget): string {
  return `${publicUrl || location.origin}${targetPath(workshopId, board, target)}`
}
