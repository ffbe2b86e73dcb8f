/** What a connection of `/live` says, and what is done about it. */
import type { Answer, UpMessage, WatchKind } from '@moot/protocol'
import { CLOSE, parseUp } from '@moot/protocol'
import type { Command } from '@moot/workshop'
import type { LiveConnection } from './LiveConnection.ts'

/** Where messages lead to. */
export interface LiveEnds {
  readonly now: () => number
  /** Whether somebody may say this now, or has said too much already. */
  readonly maySay: (person: string, text: string) => boolean
  readonly greet: (connection: LiveConnection) => void
  readonly command: (person: string, command: Command) => Promise<Answer>
  /** The connection has said where it is. */
  readonly moved: (connection: LiveConnection) => void
  readonly watch: (connection: LiveConnection, what: WatchKind) => void
  readonly fault: (where: string, error: unknown) => void
}

/** Takes in one message; what is none closes its connection, and so does saying far too much, before it is read. */
export function hearLive(ends: LiveEnds, connection: LiveConnection, text: string): void {
  if (!ends.maySay(connection.person, text)) {
    connection.close(CLOSE.tryLater, 'too_much')
    return
  }
  const message = parseUp(text)
  if (message === undefined) connection.close(CLOSE.malformed, 'malformed')
  else handle(ends, connection, message)
}

function handle(ends: LiveEnds, connection: LiveConnection, message: UpMessage): void {
  switch (message.type) {
    case 'hello':
      ends.greet(connection)
      return
    case 'command':
      answer(ends, connection, message.id, message.command)
      return
    case 'at':
      connection.at = { board: message.board, note: message.note }
      ends.moved(connection)
      return
    case 'watch':
      ends.watch(connection, message.what)
      return
    case 'ping':
      connection.send({ type: 'pong', now: ends.now() })
      return
    default:
      message satisfies never
  }
}

function answer(ends: LiveEnds, connection: LiveConnection, id: number, command: Command): void {
  ends.command(connection.person, command).then(
    (given) => {
      if (!given.ok) connection.send({ type: 'refusal', id, code: given.code, message: given.message })
      else {
        const result = given.result === undefined ? {} : { result: given.result }
        connection.send({ type: 'answer', id, ok: true, ...result })
      }
    },
    (error: unknown) => {
      // Nothing was stored or shown; the person is told and may try again.
      ends.fault('command', error)
      const message = 'That did not work here. Nothing was changed. Please try again.'
      connection.send({ type: 'refusal', id, code: 'fault', message })
    },
  )
}
