/** Words of a topic that the server has not got yet: kept on this device, so that nothing typed without a line is lost. */
import type { Offered } from './DraftKeeper.ts'

/** Where they are kept. *Forget me* takes away all that has the workshop's id there. */
export const unsentKey = (workshopId: string, person: string): string => `moot.draft.${workshopId}.${person}`

/** By the draft that they belong to; '' for one that the server does not know. */
type Unsent = Readonly<Record<string, Offered>>

/** What is kept of a draft, if anything. @param draft - '' for one that the server does not know */
export const unsentOf = (key: string, draft: string): Offered | undefined => read(key)[draft]

/** Keeps it; `undefined` where the server has it, or it is not wanted any more. */
export function keepUnsent(key: string, draft: string, offered: Offered | undefined): void {
  const { [draft]: before, ...others } = read(key)
  if (before === undefined && offered === undefined) return
  const next = offered === undefined ? others : { ...others, [draft]: offered }
  try {
    if (Object.keys(next).length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(next))
  } catch {
    // Without storage they last as long as the dialog, which says that they are not kept yet.
  }
}

function read(key: string): Unsent {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(
      Object.entries(value).flatMap(([id, entry]: [string, unknown]) =>
        isOffered(entry) ? [[id, entry]] : [],
      ),
    )
  } catch {
    return {}
  }
}

const isOffered = (value: unknown): value is Offered =>
  typeof value === 'object' &&
  value !== null &&
  'owner' in value &&
  'question' in value &&
  'pitch' in value &&
  'template' in value &&
  'isAction' in value &&
  [value.owner, value.question, value.pitch, value.template].every((each) => typeof each === 'string') &&
  typeof value.isAction === 'boolean'
