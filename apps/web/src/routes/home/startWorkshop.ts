import type { Outcome } from '@moot/client'
import { createWorkshop, join, keepVisit, listVisits } from '@moot/client'
import type { CreateRequest } from '@moot/protocol'
import { workshopPath } from '../../links.ts'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'

/**
 * Makes a workshop, joins it as its facilitator and goes to its board. The name is the one used last in this browser,
 * else *Facilitator*: both can be changed under People.
 *
 * @returns what refused, or nothing once the board is on its way
 */
export async function startWorkshop(
  request: CreateRequest,
): Promise<Extract<Outcome<never>, { ok: false }> | undefined> {
  const made = await createWorkshop(request)
  if (!made.ok) return made
  const { id, keys, boards } = made.value
  const facilitatorKey = keys.facilitator
  const joined = await join(id, { key: facilitatorKey, name: listVisits()[0]?.name ?? t('home.you') })
  if (!joined.ok) return joined
  const { personId, secret, role, name } = joined.value
  keepVisit({
    workshopId: id,
    title: request.title?.trim() ?? '',
    personId,
    name,
    secret,
    role,
    joined: Date.now(),
    facilitatorKey,
  })
  const first = boards[0]
  navigate(first === undefined ? workshopPath(id) : workshopPath(id, { board: first.id }))
  return undefined
}
