/** Links to something on a board: `#n.<id>` a note, `#s.` a section, `#d.` a drawing. They hold no key. */
import { workshopPath } from '../../links.ts'

/** What a link leads to. */
export interface LinkTarget {
  readonly kind: 'note' | 'section' | 'drawing'
  readonly id: string
}

const LETTERS: { readonly [K in LinkTarget['kind']]: string } = { note: 'n', section: 's', drawing: 'd' }
const KINDS = ['note', 'section', 'drawing'] as const
/** Longest id of anything on a board, in UTF-16 units. */
const ID_MAX = 64

/** The fragment for something, with its `#`. */
export function targetFragment({ kind, id }: LinkTarget): string {
  return `#${LETTERS[kind]}.${encodeURIComponent(id)}`
}

/** Reads a fragment; `undefined` where it leads to nothing on a board. */
export function readTarget(fragment: string): LinkTarget | undefined {
  const [, letter, encoded = ''] = /^#([nsd])\.(\S+)$/.exec(fragment.trim()) ?? []
  const kind = KINDS.find((each) => LETTERS[each] === letter)
  if (kind === undefined) return undefined
  try {
    const id = decodeURIComponent(encoded)
    return id === '' || id.length > ID_MAX ? undefined : { kind, id }
  } catch {
    return undefined
  }
}

/** The path of something on a board, to go there within the page. */
export function targetPath(workshopId: string, board: string, target: LinkTarget): string {
  return workshopPath(workshopId, { board }) + targetFragment(target)
}
