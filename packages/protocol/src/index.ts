/** What goes over the wire: the front door. The prose is `../PROTOCOL.md`. */
export { carryResponse } from './carry.ts'
export type { CarryResponse } from './carry.ts'
export { CLOSE } from './closeCodes.ts'
export type { CloseCode } from './closeCodes.ts'
export { FIND_MAX, FIND_QUERY_MAX, findRequest, findResponse } from './find.ts'
export type { FindResponse } from './find.ts'
export {
  aboutResponse,
  answerSchema,
  codeRequest,
  codeResponse,
  createRequest,
  createResponse,
  doorRequest,
  doorResponse,
  joinRequest,
  joinResponse,
  linkResult,
  problemSchema,
  rejoinResult,
  undoneResult,
} from './http.ts'
export type {
  AboutResponse,
  Answer,
  CodeResponse,
  CreateRequest,
  CreateResponse,
  DoorResponse,
  JoinRequest,
  JoinResponse,
  Problem,
} from './http.ts'
export { applyChange, changeBetween, downMessage, parseDown } from './live.ts'
export type { DownMessage, ViewChange } from './live.ts'
export { LIVE_MESSAGE_MAX, parseUp, upMessage } from './liveUp.ts'
export type { UpMessage } from './liveUp.ts'
export {
  assistResult,
  boardResult,
  draftResult,
  expectResult,
  reportTextResult,
  reportVersionResult,
  spaceResult,
  spacesResult,
  stageResult,
  topicResult,
} from './results.ts'
export {
  acknowledgedMessage,
  AUTH_DENIED,
  AWARENESS_MAX,
  awarenessMessage,
  cursorsMessage,
  DENIED,
  deniedMessage,
  MESSAGE,
  readAwareness,
  SYNC,
  SYNC_MESSAGE_MAX,
  syncMessage,
} from './sync.ts'
export type { AwarenessEntry } from './sync.ts'
export {
  PICTURE_KINDS,
  pictureKind,
  UPLOAD_BYTES_MAX,
  UPLOAD_SIDE_MAX,
  UPLOAD_SMALL_MAX,
  uploadResponse,
} from './uploads.ts'
export type { OtherKind, PictureKind, UploadResponse } from './uploads.ts'
export { viewSchema } from './viewSchema.ts'
export { PROTOCOL_VERSION, SUBPROTOCOL, SUBPROTOCOL_EXTRAS, SUBPROTOCOL_SECRET } from './version.ts'
export { applyDigests, LINE_MAX, MINI_NOTES_MAX, MINI_SIDE, THEME_MAX, THEMES_MAX } from './watch.ts'
export type { BoardDigest, DigestsMessage, Miniature, WatchKind } from './watch.ts'
