/** Who counts as taking part. */
import type { Person } from './state.ts'

/** Participants with a connection of their own or a helper: no observers, no trials, nobody who only is expected. */
export function isCounted({ role, way, gone }: Person): boolean {
  return role === 'participant' && gone === null && (way.kind === 'self' || way.kind === 'assisted')
}
