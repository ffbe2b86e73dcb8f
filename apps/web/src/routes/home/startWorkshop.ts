import type { Outcome } from '@moot/client'
import { createWorkshop, join, keepVisit, listVisits, openDoor } from '@moot/client'
import type { CreateRequest } from '@moot/protocol'
import { workshopPath } from '../../links.ts'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { ownZone } from '../../text/zones.ts'

/** What a workshop was to be made with, and how. */
interface Start {
  /** Of a facilitator of the workshop that it is made `from`. */
  readonly secret?: string
  /** Kept with the visit, so that the example is not made again and again. */
  readonly isExample?: true
}

/**
 * Makes a workshop, joins it as its facilitator and goes there: to its board, or where a plan has more to show than
 * that, to its front door. The name is the one used last in this browser,
 * else *Facilitator*: both can be changed under People.
 *
 * @returns what refused, or nothing once the board is on its way
 */
export async function startWorkshop(
  request: CreateRequest,
  { secret: earlier, isExample }: Start = {},
): Promise<Extract<Outcome<never>, { ok: false }> | undefined> {
  const made = await createWorkshop(request, earlier)
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
    ...(isExample && { isExample }),
  })
  const isPlanned = request.plan ?? request.example ?? request.from
  const first = isPlanned === undefined ? boards[0] : undefined
  navigate(first === undefined ? workshopPath(id) : workshopPath(id, { board: first.id }))
  return undefined
}

/** Opens the example that this browser has, else makes one. */
export async function openExample(
  operatorKey: string,
): Promise<Extract<Outcome<never>, { ok: false }> | undefined> {
  const known = listVisits().find(({ isExample }) => isExample === true)
  if (known?.facilitatorKey !== undefined) {
    // It may have been erased since.
    const door = await openDoor(known.workshopId, known.facilitatorKey)
    if (door.ok) {
      navigate(workshopPath(known.workshopId))
      return undefined
    }
  }
  const request = { example: true, title: t('home.exampleTitle'), zone: ownZone() }
  return startWorkshop({ ...request, ...(operatorKey !== '' && { operatorKey }) }, { isExample: true })
}
