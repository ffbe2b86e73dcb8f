/** Coming in: what it takes, and asking the server. */
import type { Outcome, Visit } from '@moot/client'
import { join, keepVisit } from '@moot/client'
import type { JoinRequest, JoinResponse } from '@moot/protocol'
import type { LinkKey } from '../../links.ts'
import { setFragment } from '../../router.tsx'

/** What it takes to come in. */
export interface Entering {
  readonly workshopId: string
  readonly link: LinkKey
  readonly onJoined: () => void
}

/** Asks the server, and remembers who this browser is now. */
export async function enter(
  workshopId: string,
  link: LinkKey,
  request: JoinRequest,
  title: string,
  before?: Visit,
): Promise<Outcome<JoinResponse>> {
  const outcome = await join(workshopId, request, before?.secret)
  if (!outcome.ok) return outcome
  const { personId, secret, role, name } = outcome.value
  const facilitatorKey = link.kind === 'facilitator' ? link.key : before?.facilitatorKey
  keepVisit({
    workshopId,
    title,
    personId,
    name,
    secret,
    role,
    joined: before?.joined ?? Date.now(),
    ...(facilitatorKey === undefined ? {} : { facilitatorKey }),
    ...(link.kind === 'trial' && { isTrial: true }),
  })
  // Left in the address, a facilitator's key would be handed on with the next copy of it; the frame puts the join
  // link there. An observer's link gives nothing that they do not have.
  if (link.kind === 'facilitator') setFragment('')
  return outcome
}
