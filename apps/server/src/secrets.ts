/** Real randomness and real hashes. */
import { createHash, randomBytes } from 'node:crypto'
import type { Secrets } from '@moot/room'

/** 192 random bits: 32 letters, well over the 128 that nobody guesses. */
const SECRET_BYTES = 24

export const secrets: Secrets = {
  random: (count) => randomBytes(count),
  fresh: () => randomBytes(SECRET_BYTES).toString('base64url'),
  hash: (secret) => createHash('sha256').update(secret).digest('base64url'),
}
