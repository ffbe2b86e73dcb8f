/** Web addresses in words, so that every view makes the same safe links of them. */

/** A stretch of words; `href` is where it leads, or `null` for plain words. */
export interface LinkPart {
  readonly text: string
  readonly href: string | null
}

/** Longest address that becomes a link, in UTF-16 units. */
const ADDRESS_MAX = 2_000

/** The bracket that each closing one ends. */
const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }
const BRACKETS = '()[]{}'

const ADDRESS = /(?:https?:\/\/|mailto:|www\.)[^\s<>"`\p{Cc}\p{Cf}]+/giu

/**
 * Cuts words into plain stretches and links. Only `http`, `https` and `mailto` ever become links; whatever else a
 * person types stays words. Joined, the texts of all parts are the words again.
 */
export function linkParts(words: string): LinkPart[] {
  if (!/:|www\./i.test(words)) return words === '' ? [] : [{ text: words, href: null }]
  const parts: LinkPart[] = []
  let done = 0
  for (const found of words.matchAll(ADDRESS)) {
    const text = withoutTail(found[0])
    const href = hrefOf(text)
    if (href === null) continue
    if (found.index > done) parts.push({ text: words.slice(done, found.index), href: null })
    parts.push({ text, href })
    done = found.index + text.length
  }
  if (done < words.length) parts.push({ text: words.slice(done), href: null })
  return parts
}

/**
 * An address without the full stop, comma or closing bracket of the sentence it stands in. Brackets are counted once:
 * a note that is nothing but an address and thousands of brackets must not stop the page.
 */
function withoutTail(address: string): string {
  const counts: Record<string, number> = {}
  for (const letter of address) if (BRACKETS.includes(letter)) counts[letter] = (counts[letter] ?? 0) + 1
  let length = address.length
  while (length > 0) {
    const last = address.charAt(length - 1)
    if (!/[.,;:!?'’”)\]}]/u.test(last)) break
    const opening = OPENING[last]
    if (opening !== undefined && (counts[opening] ?? 0) >= (counts[last] ?? 0)) break
    if (opening !== undefined) counts[last] = (counts[last] ?? 0) - 1
    length -= 1
  }
  return address.slice(0, length)
}

function hrefOf(text: string): string | null {
  if (text.length > ADDRESS_MAX) return null
  if (/^mailto:[^@\s]+@[^@\s]+$/iu.test(text)) return text
  if (/^https?:\/\/[\p{L}\p{N}[]/iu.test(text)) return text
  return /^www\.[\p{L}\p{N}-]+\.[\p{L}\p{N}]/iu.test(text) ? `https://${text}` : null
}
