import { linkParts } from '@moot/board'
import { memo } from 'react'

/** Words of a note with their web addresses as links. Only http, https and mailto lead anywhere. */
export const NoteText = memo(function NoteText({ text }: { readonly text: string }) {
  return linkParts(text).map(({ text: words, href }, index) =>
    href === null ? (
      words
    ) : (
      // Parts of one text have no other name than their place.
      <a key={`${index}`} href={href} target="_blank" rel="noopener noreferrer">
        {words}
      </a>
    ),
  )
})
