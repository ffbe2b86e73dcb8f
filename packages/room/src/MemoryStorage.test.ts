import { MemoryStorage } from './MemoryStorage.ts'
import { registerStorageTests } from './testing/index.ts'

registerStorageTests('memory', async () => ({
  storage: new MemoryStorage(),
  dispose: async () => undefined,
}))
