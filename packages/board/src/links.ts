/** Web addresses in words, so that every view makes the same safe links of them. */

/** A stretch of words; `href` is where it leads, or `null` for plain words. */
export interface LinkPart {
  readonly text: string
  readonly href: string | null
}

/** Longest address that becomes a link, in UTF-16 units. */
const ADDRESS_MAX = 2_000

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

/** An address without the full stop, comma or closing bracket of the sentence it stands in. */
function withoutTail(address: string): string {
  let text = address
  for (;;) {
    const last = text.at(-1) ?? ''
    const opens = { ')': '(', ']': '[', '}': '{' }[last]
    const closesOwn = opens !== undefined && text.split(opens).length >= text.split(last).length
    if (!/[.,;:!?'’”)\]}]/u.test(last) || closesOwn) return text
    text = text.slice(0, -1)
  }
}

function hrefOf(text: string): string | null {
  if (text.length > ADDRESS_MAX) return null
  if (/^mailto:[^@\s]+@[^@\s]+$/iu.test(text)) return text
  if (/^https?:\/\/[\p{L}\p{N}[]/iu.test(text)) return text
  return /^www\.[\p{L}\p{N}-]+\.[\p{L}\p{N}]/iu.test(text) ? `https://${text}` : null
}
