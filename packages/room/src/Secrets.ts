/** Where secrets come from and how they are compared: by hash, so that what is stored opens nothing. */
export interface Secrets {
  /** Cryptographically random bytes. */
  random(count: number): Uint8Array
  /** A fresh secret of at least 128 random bits, safe in a URL fragment and in a header. */
  fresh(): string
  /** SHA-256 of a secret, as text. */
  hash(secret: string): string
}

/**
 * Letters of join and rejoin codes. Every letter and figure but `I`, `O`, `S`, `0`, `1` and `5`, which are taken for
 * one another in handwriting and on a projector, and `B` and `8` likewise: 28 are left.
 */
export const CODE_LETTERS = 'ACDEFGHJKLMNPQRTUVWXYZ234679'
/** Letters of one code: 28 to the power of 8 are 378 thousand million. */
export const CODE_LENGTH = 8

/** A fresh join or rejoin code. */
export function freshCode(secrets: Pick<Secrets, 'random'>): string {
  let code = ''
  while (code.length < CODE_LENGTH) {
    for (const byte of secrets.random(16)) {
      // 252 is the greatest multiple of 28: bytes from there on would favour the first letters.
      if (byte < 252 && code.length < CODE_LENGTH) code += CODE_LETTERS.charAt(byte % CODE_LETTERS.length)
    }
  }
  return code
}

/** A code as it was meant, however it was typed: without spaces and dashes, in capitals. */
export function readCode(typed: string): string {
  return typed.replace(/[\s\-–—_.]/g, '').toUpperCase()
}
