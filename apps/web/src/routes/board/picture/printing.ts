/** Printing the board on the screen: whoever asks says so here, the board's own print-out hears it. */
const ASKED = 'moot-print-board'

/** Prints the board on the screen, with its picture. */
export function printBoard(): void {
  dispatchEvent(new Event(ASKED))
}

/** Calls back when the board is to be printed. Returns the way to stop. */
export function onPrintBoard(listener: () => void): () => void {
  addEventListener(ASKED, listener)
  return () => removeEventListener(ASKED, listener)
}
