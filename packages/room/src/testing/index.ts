/** For tests of this package and of storages elsewhere. */
export { atRest, FakeClock } from './FakeClock.ts'
export { registerStorageTests } from './registerStorageTests.ts'
export type { StorageUnderTest } from './registerStorageTests.ts'
