/** A link that could not be copied, for the dialog that shows it. */
import { create } from 'zustand'

/** The link on show. */
export const useLinkToCopy = create<{ readonly link: string | undefined }>()(() => ({ link: undefined }))

/** Shows a link to be copied by hand. */
export function showLink(link: string | undefined): void {
  useLinkToCopy.setState({ link })
}
