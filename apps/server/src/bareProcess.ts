/** Processes of our own that work on what strangers sent: what is in them of the server's is nothing. */
import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'

/**
 * Starts one: without environment, arguments or files of the server's, and with nothing but messages between the two.
 *
 * @param heard - called with each message; it is of the kind that the script sends
 * @param gone - called when it has ended or could not be started, perhaps twice
 */
export function startBareProcess(
  script: string,
  heard: (message: unknown) => void,
  gone: () => void,
): ChildProcess {
  const child = fork(script, [], {
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.on('message', heard)
  child.on('exit', gone)
  child.on('error', gone)
  return child
}
