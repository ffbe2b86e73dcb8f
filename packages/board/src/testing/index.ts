/** For tests of this package and of those that build on it: random people on a board. */
export { allOf, deed, isSettled, makeReplica, perform } from './people.ts'
export type { Deed, Replica } from './people.ts'
