/** What goes over the wire: the front door. The prose is `../PROTOCOL.md`. */
export { CLOSE } from './closeCodes.ts'
export type { CloseCode } from './closeCodes.ts'
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
  UPLOAD_BYTES_MAX,
  UPLOAD_SIDE_MAX,
  UPLOAD_SMALL_MAX,
  uploadResponse,
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
  UploadResponse,
} from './http.ts'
export {
  applyChange,
  boardResult,
  changeBetween,
  downMessage,
  LIVE_MESSAGE_MAX,
  parseDown,
  parseUp,
  upMessage,
} from './live.ts'
export type { DownMessage, UpMessage, ViewChange } from './live.ts'
export {
  acknowledgedMessage,
  AUTH_DENIED,
  AWARENESS_MAX,
  awarenessMessage,
  cursorsMessage,
  deniedMessage,
  MESSAGE,
  readAwareness,
  SYNC,
  SYNC_MESSAGE_MAX,
  syncMessage,
} from './sync.ts'
export type { AwarenessEntry } from './sync.ts'
export { PROTOCOL_VERSION, SUBPROTOCOL, SUBPROTOCOL_EXTRAS, SUBPROTOCOL_SECRET } from './version.ts'
