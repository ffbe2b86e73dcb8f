/** Rows as they come out of `node:sqlite`, whose own type says nothing of what a query gives. */
import type { SQLInputValue, StatementSync } from 'node:sqlite'

type Row = Readonly<Record<string, unknown>>

/** The first row of a query, or `undefined`. */
export function optionalRow(statement: StatementSync, ...values: SQLInputValue[]): Row | undefined {
  return statement.get(...values)
}

/** The rows of a query, one after the other. */
export function eachRow(statement: StatementSync, ...values: SQLInputValue[]): Iterable<Row> {
  return statement.iterate(...values)
}

/** A number of a row; 0 for `null`. */
export function num(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

/** What `read` gives, or `undefined` where it throws. */
export function maybe<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
