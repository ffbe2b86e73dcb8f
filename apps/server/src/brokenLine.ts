/** Connections on which no request comes that could be answered. */
import type { Duplex } from 'node:stream'
import { Socket } from 'node:net'

/**
 * Ends such a connection. One on which nothing ever came is closed without a word: browsers open some ahead of need, and
 * one that is told *400* just when it sends its first request takes that for the answer, and a screen stays away; without
 * a word it asks again on another.
 *
 * @param error - what the parser found, or that it waited too long
 */
export function endBrokenLine(error: Error, socket: Duplex): void {
  const isSilent = socket instanceof Socket && socket.bytesRead === 0
  if (isSilent || !socket.writable) {
    socket.destroy()
    return
  }
  const isLate = 'code' in error && error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
  const status = isLate ? '408 Request Timeout' : '400 Bad Request'
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
