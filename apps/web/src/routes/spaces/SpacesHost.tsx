import { workshopPath } from '../../links.ts'
import { later } from '../../parts/later.tsx'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { useSpacesDialog } from './openSpaces.ts'

const SpacesDialogs = later(async () => (await import('./SpacesDialogs.tsx')).SpacesDialogs)

/** The dialogs of the spaces, on whichever screen they are asked for; fetched when the first is opened. */
export function SpacesHost() {
  const { workshopId } = useWorkshop()
  const { dialog, within } = useSpacesDialog()
  return dialog === undefined || within !== workshopPath(workshopId) ? null : (
    <SpacesDialogs dialog={dialog} />
  )
}
