import type { RefObject } from 'react'
import { useEffect } from 'react'
import { later } from '../../../parts/later.tsx'
import { useScene } from '../scene.ts'
import { closeImport, useImport } from './openImport.ts'

const ImportDialog = later(async () => (await import('./ImportDialog.tsx')).ImportDialog)

/** *Import a spreadsheet* on the board's screen; fetched when it is first opened, with the reader of tables. */
export function ImportHost({
  returnFocusTo,
}: {
  readonly returnFocusTo: readonly RefObject<HTMLElement | null>[]
}) {
  const { mayWrite } = useScene()
  const wish = useImport((state) => state.wish)
  useEffect(() => closeImport, [])
  if (wish === undefined || !mayWrite) return null
  return <ImportDialog text={wish.text} returnFocusTo={returnFocusTo} />
}
