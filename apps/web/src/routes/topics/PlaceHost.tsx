import { workshopPath } from '../../links.ts'
import { later } from '../../parts/later.tsx'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'
import { usePlaceDialog } from './placeDialog.ts'

const PlaceDialog = later(async () => (await import('./PlaceDialog.tsx')).PlaceDialog)

/** Where topics are placed and swapped, on whichever screen it is asked for; fetched when it is first opened. */
export function PlaceHost() {
  const { workshopId } = useSteadyWorkshop()
  const { ask, within } = usePlaceDialog()
  return ask === undefined || within !== workshopPath(workshopId) ? null : (
    <PlaceDialog key={`${ask.kind} ${ask.topic}`} ask={ask} />
  )
}
