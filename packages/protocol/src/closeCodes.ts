/**
 * Why the server closed a socket. 44xx is final for a y-websocket 3.1 client, 45xx is tried again.
 */
export const CLOSE = {
  /** What arrived could not be read. */
  malformed: 4400,
  /** The secret is missing, unknown or taken back. */
  unknownPerson: 4401,
  /** An update broke a rule of the board; the reason is its guard code. */
  refused: 4403,
  /** No such workshop or board, or one that was removed. */
  notFound: 4404,
  /** The board takes no more changes. */
  locked: 4409,
  /** The board has a new document. */
  superseded: 4410,
  /** A message was larger than allowed. */
  tooLarge: 4413,
  /** Something went wrong here; nothing that was acknowledged is lost. */
  fault: 4500,
  /** The server is stopping or cannot take more people just now. */
  tryLater: 4503,
} as const
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE]
