/** Words being typed that are not a note yet: kept in this tab, so that a phone may close it and bring it back. */

/** The draft of a composer, or ''. */
export function draftOf(key: string): string {
  try {
    return sessionStorage.getItem(`moot.draft.${key}`) ?? ''
  } catch {
    return ''
  }
}

/** What was being typed on a board, in all of its composers. */
export function draftsOn(boardId: string): string[] {
  // The phone's composer belongs to the board, the others to its sections.
  const start = `moot.draft.${boardId}`
  try {
    return Object.keys(sessionStorage)
      .filter((key) => key === start || (key.startsWith(`${start}.`) && key !== `${start}.section`))
      .flatMap((key) => sessionStorage.getItem(key)?.trim() || [])
  } catch {
    return []
  }
}

/** Keeps a draft; '' takes it away. */
export function keepDraft(key: string, words: string): void {
  try {
    if (words === '') sessionStorage.removeItem(`moot.draft.${key}`)
    else sessionStorage.setItem(`moot.draft.${key}`, words)
  } catch {
    // Without storage the draft lasts as long as the page.
  }
}
