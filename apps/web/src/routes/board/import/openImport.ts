/** Whether *Import a spreadsheet* is open, and with what. */
import { create } from 'zustand'

/** For `ImportHost` and the dialog: `text` is what was pasted elsewhere and is too much for that place. */
export const useImport = create<{ readonly wish: { readonly text: string } | undefined }>()(() => ({
  wish: undefined,
}))

/** Opens the dialog; with `text`, at its preview. */
export function openImport(text = ''): void {
  useImport.setState({ wish: { text } })
}

/** Closes it. */
export function closeImport(): void {
  useImport.setState({ wish: undefined })
}
