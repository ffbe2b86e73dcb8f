/** For tests of this package and of storages elsewhere. */
export { registerStorageTests } from './registerStorageTests.ts'
export type { StorageUnderTest } from './registerStorageTests.ts'
