/**
 * Words that a board did not take before its connection was closed for good, until their writer adds them again or lets
 * them go. They outlive a reload: nothing but the words is known of them any more.
 */
import * as z from 'zod/mini'
import { keysOf, readKept, removeKept, writeKept } from './pageStorage.ts'

const PREFIX = 'moot.rescued.'
const wordsSchema = z.array(z.string())

const keyOf = (workshopId: string, boardId: string): string => `${PREFIX}${workshopId}.${boardId}`

/** The rescued words of one board, oldest first. */
export function rescuedWords(workshopId: string, boardId: string): readonly string[] {
  try {
    const parsed = wordsSchema.safeParse(JSON.parse(readKept(keyOf(workshopId, boardId)) ?? '[]'))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

/** The boards of a workshop that rescued words are kept of. */
export function rescuedBoards(workshopId: string): readonly string[] {
  const start = keyOf(workshopId, '')
  return keysOf(start).map((key) => key.slice(start.length))
}

/** Adds to the rescued words of one board. */
export function keepRescued(workshopId: string, boardId: string, words: readonly string[]): void {
  if (words.length === 0) return
  writeKept(keyOf(workshopId, boardId), JSON.stringify([...rescuedWords(workshopId, boardId), ...words]))
}

/** Forgets the rescued words of one board, or of a whole workshop. */
export function forgetRescued(workshopId: string, boardId?: string): void {
  if (boardId !== undefined) removeKept(keyOf(workshopId, boardId))
  else for (const key of keysOf(`${PREFIX}${workshopId}.`)) removeKept(key)
}
