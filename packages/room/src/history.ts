/** Which snapshots and rows a document's history needs. The same rule for every storage. */
import type { StoredSnapshot } from './Storage.ts'

/** Within the kept history one snapshot an hour is enough: the rows between them are all there. */
const SNAPSHOT_SPACING_MS = 3_600_000

type Stamp = Pick<StoredSnapshot, 'seq' | 'at'>

/** What may go after the newest of `snapshots` was written and checked. */
export interface Thinning {
  /** Numbers of the snapshots to drop. */
  readonly snapshots: readonly number[]
  /** Rows up to and including this number may go; 0 for none. */
  readonly rowsThrough: number
}

/**
 * Decides what a document can do without and still be built as it was at any time from `keepSince` on.
 *
 * @param snapshots - all there are, in order of their numbers
 */
export function thinHistory(snapshots: readonly Stamp[], keepSince: number): Thinning {
  const base = snapshots.findLast((each) => each.at <= keepSince)
  const newest = snapshots.at(-1)
  const dropped: number[] = []
  let last: Stamp | undefined
  for (const each of snapshots) {
    const isOld = base !== undefined && each.seq < base.seq
    const isCrowded = last !== undefined && each !== newest && each.at - last.at < SNAPSHOT_SPACING_MS
    if (isOld || isCrowded) dropped.push(each.seq)
    else last = each
  }
  return { snapshots: dropped, rowsThrough: base?.seq ?? 0 }
}
