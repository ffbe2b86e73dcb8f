/** The number of the interface below; see PROTOCOL.md for its history. */
export const PROTOCOL_VERSION = 2
/** Subprotocol of every socket that carries a secret. */
export const SUBPROTOCOL = 'moot'
/** Further subprotocol of clients that understand message types beyond the stock ones. */
export const SUBPROTOCOL_EXTRAS = 'moot.1'
/** Prefix of the subprotocol that carries a person's secret. */
export const SUBPROTOCOL_SECRET = 'bearer.'
