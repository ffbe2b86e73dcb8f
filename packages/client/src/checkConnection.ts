/** *Check my connection*: what a workshop needs of a network, tried one by one. */
import { about } from './api.ts'
import { socketOrigin, subprotocols } from './sockets.ts'
import { listVisits } from './visits.ts'

/** What was found. `sockets_blocked`: pages load but lasting connections do not open; `sockets_cut`: they do not last. */
export type ConnectionFinding = 'good' | 'unreachable' | 'sockets_blocked' | 'sockets_cut'

/** Steps in the order they are tried. */
export type ConnectionStep = 'page' | 'open' | 'last'

/** How long a socket may take to open, and how long it must stay, in ms. */
const OPEN_WITHIN_MS = 8_000
const STAY_MS = 5_000

/** Any workshop will do: the server answers after the handshake, with its own close code where it knows nobody. */
const NOBODY = { workshopId: 'connectioncheck', protocols: ['moot'] }

/**
 * Tries to reach the server, to open a socket and to keep it. Only somebody who has joined a workshop can keep one, so
 * `last` is tried where this browser has joined one, and otherwise left out.
 *
 * @param onStep - told each step as it begins
 */
export async function checkConnection(onStep: (step: ConnectionStep) => void): Promise<ConnectionFinding> {
  onStep('page')
  if (!(await about()).ok) return 'unreachable'
  onStep('open')
  const visit = listVisits()[0]
  const { workshopId, protocols } =
    visit === undefined ? NOBODY : { workshopId: visit.workshopId, protocols: subprotocols(visit.secret) }
  return new Promise((resolve) => {
    const address = `${socketOrigin(location.origin)}/live/${encodeURIComponent(workshopId)}`
    const socket = new WebSocket(address, [...protocols])
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
      if (visit !== undefined) onStep('last')
      clearTimeout(timer)
      timer = setTimeout(() => finish('good'), STAY_MS)
    }
    socket.onclose = (event) => {
      // The server's own word came through the socket: what there is of a connection works.
      if (event.code >= 4400 && event.code < 4600) finish('good')
      else finish(isOpen ? 'sockets_cut' : 'sockets_blocked')
    }
  })
}
