/** *Check my connection*: what a workshop needs of a network, tried one by one. */
import { socketOrigin } from './sockets.ts'
import { about } from './api.ts'

/** What was found. `sockets_blocked`: pages load but lasting connections do not open; `sockets_cut`: they do not last. */
export type ConnectionFinding = 'good' | 'unreachable' | 'sockets_blocked' | 'sockets_cut'

/** Steps in the order they are tried. */
export type ConnectionStep = 'page' | 'open' | 'last'

/** How long a socket may take to open, and how long it must stay, in ms. */
const OPEN_WITHIN_MS = 8_000
const STAY_MS = 5_000

/**
 * Tries to reach the server, to open a socket and to keep it. The socket is opened to a workshop that does not exist:
 * the server answers after the handshake, which is all that is to be known.
 *
 * @param onStep - told each step as it begins
 */
export async function checkConnection(onStep: (step: ConnectionStep) => void): Promise<ConnectionFinding> {
  onStep('page')
  if (!(await about()).ok) return 'unreachable'
  onStep('open')
  return new Promise((resolve) => {
    const socket = new WebSocket(`${socketOrigin(location.origin)}/live/connection-check`, ['moot'])
    let isOpen = false
    const finish = (finding: ConnectionFinding): void => {
      clearTimeout(timer)
      socket.onopen = socket.onclose = null
      socket.close()
      resolve(finding)
    }
    let timer = setTimeout(() => finish('sockets_blocked'), OPEN_WITHIN_MS)
    socket.onerror = () => undefined
    socket.onopen = () => {
      isOpen = true
      onStep('last')
      clearTimeout(timer)
      timer = setTimeout(() => finish('good'), STAY_MS)
    }
    socket.onclose = (event) => {
      // The server's own word for "no such workshop" came through the socket: it works.
      if (event.code >= 4400 && event.code < 4600) finish('good')
      else finish(isOpen ? 'sockets_cut' : 'sockets_blocked')
    }
  })
}
