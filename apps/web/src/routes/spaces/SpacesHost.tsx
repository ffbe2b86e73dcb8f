import { useEffect } from 'react'
import { later } from '../../parts/later.tsx'
import { closeSpacesDialog, useSpacesDialog } from './openSpaces.ts'

const SpacesDialogs = later(async () => (await import('./SpacesDialogs.tsx')).SpacesDialogs)

/** The dialogs of the spaces, on whichever screen they are asked for; fetched when the first is opened. */
export function SpacesHost() {
  const dialog = useSpacesDialog((state) => state.dialog)
  // Another workshop begins without it.
  useEffect(() => closeSpacesDialog, [])
  return dialog === undefined ? null : <SpacesDialogs dialog={dialog} />
}
