/** Finding words in all boards of a workshop, by asking its server. */
import type { FindResponse } from '@moot/protocol'
import { findResponse } from '@moot/protocol'
import type { Outcome } from './api.ts'
import { at, request } from './api.ts'

/**
 * Looks for words in all boards of a workshop. They travel in the body: no address and no log has them.
 *
 * @param except - id of a board to leave out
 */
export function findInWorkshop(
  workshopId: string,
  secret: string,
  query: string,
  except?: string,
): Promise<Outcome<FindResponse>> {
  const body = { query, ...(except !== undefined && { except }) }
  return request(findResponse, at(workshopId, 'find'), { method: 'POST', body, secret })
}
