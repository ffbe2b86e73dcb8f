/** The links of a workshop: what they look like and how they are read. Keys live in the fragment, which no server sees. */

import type { WorkshopScreen } from './place.ts'

/**
 * What a fragment asks for: `#j.<key>` join, `#f.` facilitate, `#o.` observe, `#r.` carry on as oneself, `#t.` try it as a
 * participant, in this tab alone.
 */
export type LinkKind = 'join' | 'facilitator' | 'observer' | 'rejoin' | 'trial'
/** A fragment, read. */
export interface LinkKey {
  readonly kind: LinkKind
  readonly key: string
}

const LETTERS: { readonly [K in LinkKind]: string } = {
  join: 'j',
  facilitator: 'f',
  observer: 'o',
  rejoin: 'r',
  trial: 't',
}

/** The fragment for a key, with its `#`. */
export function fragmentOf({ kind, key }: LinkKey): string {
  return `#${LETTERS[kind]}.${key}`
}

/** Reads a fragment; `undefined` where it is none of ours. Keys are letters, digits, `-` and `_`. */
export function readFragment(fragment: string): LinkKey | undefined {
  const [, letter, key] = /^#([jfort])\.([\w-]{4,200})$/.exec(fragment.trim()) ?? []
  if (letter === undefined || key === undefined) return undefined
  for (const kind of ['join', 'facilitator', 'observer', 'rejoin', 'trial'] as const) {
    if (LETTERS[kind] === letter) return { kind, key }
  }
  return undefined
}

/** The path of a workshop, or of a place in it. */
export function workshopPath(
  workshopId: string,
  place?: { readonly board: string } | { readonly topic: string } | WorkshopScreen,
): string {
  const start = `/w/${encodeURIComponent(workshopId)}`
  if (place === undefined) return start
  if (typeof place === 'string') return `${start}/${place}`
  return 'board' in place
    ? `${start}/b/${encodeURIComponent(place.board)}`
    : `${start}/t/${encodeURIComponent(place.topic)}`
}

/**
 * A whole link to hand on.
 *
 * @param publicUrl - the operator's address for links; '' for the page's own
 */
export function linkOf(publicUrl: string, workshopId: string, key: LinkKey): string {
  return `${publicUrl || location.origin}${workshopPath(workshopId)}${fragmentOf(key)}`
}

/** A join code as it is read out: two groups of four. */
export function spellCode(code: string): string {
  return code.length === 8 ? `${code.slice(0, 4)} ${code.slice(4)}` : code
}

/** Whether the operator gave an address that may be linked: http or https, or a path of this server. */
export function isWebAddress(address: string | undefined): boolean {
  return address !== undefined && /^(https?:\/\/|\/(?!\/))\S+$/.test(address)
}

/** Address of *Enter a code*, to be read out: no scheme. */
export function codeAddress(publicUrl: string): string {
  return `${(publicUrl || location.origin).replace(/^https?:\/\//, '')}/code`
}
