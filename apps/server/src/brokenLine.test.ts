import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { endBrokenLine } from './brokenLine.ts'

/** What a client that says `words` is told when its connection ends for that reason. */
async function told(words: string, error: Error): Promise<string> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  const accepted = once(server, 'connection')
  const client = connect(port, '127.0.0.1')
  let heard = ''
  client.on('data', (bytes: Buffer) => {
    heard += bytes.toString('utf8')
  })
  const [socket] = (await accepted) as [Socket]
  socket.resume()
  if (words !== '') {
    client.write(words)
    await once(socket, 'data')
  }
  endBrokenLine(error, socket)
  await once(client, 'close')
  server.close()
  return heard
}

const LATE = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })

describe('a connection without a request', () => {
  it('is closed without a word where nothing came: a browser that sends just then asks again elsewhere', async () => {
    expect(await told('', LATE)).toBe('')
  })

  it('is told what was wrong where something came', async () => {
    expect(await told('GET / HTTP/1.1\r\n', LATE)).toMatch(/^HTTP\/1\.1 408 /)
    expect(await told('hello\r\n\r\n', new Error('Parse Error'))).toMatch(/^HTTP\/1\.1 400 /)
  })
})
