/** The browser's half of one workshop, without React: the front door. */
export { AckLedger } from './AckLedger.ts'
export {
  about,
  createWorkshop,
  fetchWriteUp,
  findInWorkshop,
  giveCommand,
  join,
  openDoor,
  redeemCode,
} from './api.ts'
export type { Outcome } from './api.ts'
export { fetchBoardPicture } from './boardPicture.ts'
export type { BoardPictureFile } from './boardPicture.ts'
export { BoardReplica } from './BoardReplica.ts'
export type { BoardConnection, BoardReplicaOptions, BoardStatus } from './BoardReplica.ts'
export { checkConnection } from './checkConnection.ts'
export type { ConnectionFinding, ConnectionStep } from './checkConnection.ts'
export { Pictures } from './Pictures.ts'
export type { PictureSize, PicturesOptions } from './Pictures.ts'
export type { FastPresence, Presence } from './presence.ts'
export { forgetRescued, keepRescued, rescuedBoards, rescuedWords } from './rescued.ts'
export { fetchThumbnail } from './thumbnail.ts'
export type { Thumbnail } from './thumbnail.ts'
export { uploadPicture } from './uploadPicture.ts'
export type { PictureToSend } from './uploadPicture.ts'
export { forgetDevice, forgetVisit, keepVisit, listVisits, visitOf } from './visits.ts'
export type { Visit } from './visits.ts'
export { WorkshopReplica } from './WorkshopReplica.ts'
export type { WorkshopReplicaOptions, WorkshopStatus } from './WorkshopReplica.ts'
