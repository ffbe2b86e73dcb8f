/** Ids of notes, themes and the rest. */

/** Letters and digits; the `-` and `_` of base64 are left out so that an id is one word to select. */
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * A fresh id of 12 letters (71 bits): short, because every drag step carries it.
 *
 * @param randomBytes - cryptographically random bytes, as many as asked for
 */
export function freshId(randomBytes: (count: number) => Uint8Array): string {
  let id = ''
  while (id.length < 12) {
    for (const byte of randomBytes(16)) {
      // 62 letters: bytes from 248 on would favour the first ones.
      if (byte < 248 && id.length < 12) id += LETTERS[byte % 62]
    }
  }
  return id
}
