/** What clients say on `/live/:workshopId`. A module of its own: they send it and never read it. */
import * as z from 'zod/mini'
import { commandSchema } from '@moot/workshop'
import { readMessage } from './readMessage.ts'
import { watchKind } from './watch.ts'

const id = z.nullable(z.string().check(z.minLength(1), z.maxLength(64)))

/** Client → server. */
export const upMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), v: z.number() }),
  z.object({ type: z.literal('command'), id: z.number(), command: commandSchema }),
  /** Where this connection is: board looked at, note being written. */
  z.object({ type: z.literal('at'), board: id, note: id }),
  /** How much of the spaces this connection follows from now on; at the start `none`. */
  z.object({ type: z.literal('watch'), what: watchKind }),
  z.object({ type: z.literal('ping') }),
])
export type UpMessage = z.infer<typeof upMessage>

/** Largest message on `/live`, in bytes, towards the server. */
export const LIVE_MESSAGE_MAX = 256 * 1024

/** Reads one message by its schema; `undefined` where it is none. */
export function parseUp(text: string): UpMessage | undefined {
  return readMessage(upMessage, text)
}
