/** Reading JSON text by a schema. */
import type * as z from 'zod/mini'

/** What the text says, or `undefined` where it is nothing of the kind. Never throws. */
export function readMessage<T>(schema: z.ZodMiniType<T>, text: string): T | undefined {
  try {
    const result = schema.safeParse(JSON.parse(text))
    return result.success ? result.data : undefined
  } catch {
    return undefined
  }
}
