/** The directory with the data, and the lock that keeps a second server out of it. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The database file in a data directory. */
export const databaseIn = (directory: string): string => join(directory, 'moot.sqlite')

/** The data directory cannot be used; the message is for the operator. */
export class DataProblem extends Error {}

/**
 * Makes the directory if need be and takes its lock. The lock is the operating system's own, on a small database that
 * holds nothing: it goes with the process, however that ends, so a stale one never has to be removed by hand.
 *
 * @returns the way to give the lock back
 */
export function lockDirectory(directory: string): () => void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new DataProblem(
      `The data directory ${directory} cannot be made: ${error instanceof Error ? error.message : 'unknown'}.`,
    )
  }
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(join(directory, 'lock.sqlite'), { timeout: 0 })
    lock.exec('begin exclusive')
    const held = lock
    return () => held.close()
  } catch (error) {
    lock?.close()
    const isTaken = error instanceof Error && /locked/.test(error.message)
    throw new DataProblem(
      isTaken
        ? `The data directory ${directory} is in use by another Moot server. Stop that one first, or choose another with --data.`
        : `The data directory ${directory} cannot be used: ${error instanceof Error ? error.message : 'unknown'}.`,
    )
  }
}
