/** The server's half of a workshop: the front door. See `../SPEC.md`. */
export type { Clock } from './Clock.ts'
export { digestOf, isWholeSnapshot, soundRows } from './documents.ts'
export { thinHistory } from './history.ts'
export type { Thinning } from './history.ts'
export type { Log } from './Log.ts'
export { MemoryStorage } from './MemoryStorage.ts'
export type { BoardConnection } from './BoardConnection.ts'
export { Retention } from './Retention.ts'
export type { Room } from './Room.ts'
export type { RoomEnvironment } from './RoomEnvironment.ts'
export { Rooms } from './Rooms.ts'
export { CODE_LENGTH, CODE_LETTERS, readCode } from './Secrets.ts'
export type { Secrets } from './Secrets.ts'
export type { LiveSocket, Packet, Socket } from './Socket.ts'
export { SERVER_PERSON, UPLOAD_TYPES } from './Storage.ts'
export type {
  Append,
  Compaction,
  DocumentSize,
  LogRow,
  NewUpload,
  NewWorkshop,
  Storage,
  StoredDocument,
  StoredEvent,
  StoredSnapshot,
  StoredUpload,
  StoredWorkshop,
  UploadSizes,
  UploadType,
  WorkshopRecord,
  WorkshopToErase,
} from './Storage.ts'
