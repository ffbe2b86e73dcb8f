/** What goes between the server's thread and the one that writes to disk. */
import type { Sqlite } from './sqlite.ts'

/** What can be asked of the database, by name. */
export type Method = Exclude<keyof Sqlite, never>

/** One request; `id` comes back with the answer. */
export interface Request {
  readonly id: number
  readonly method: Method | 'erase' | 'backup' | 'close'
  readonly args: readonly unknown[]
}

/** One answer, given after the transaction that it belongs to is on disk. */
export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string }
