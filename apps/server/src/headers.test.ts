import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { addressOf, isOwnOrigin } from './headers.ts'

function request(headers: Record<string, string>): IncomingMessage {
  const message = new IncomingMessage(new Socket())
  Object.assign(message.headers, headers)
  return message
}

test('[R-51] a page of this host or of the public address may ask, another may not, a program says nothing', () => {
  const config = readConfig(['--public-url', 'https://moot.example.org'], {})
  const own = (host: string, origin?: string): boolean =>
    isOwnOrigin(request({ host, ...(origin !== undefined && { origin }) }), config)
  expect(own('127.0.0.1:8787')).toBe(true)
  expect(own('127.0.0.1:8787', 'http://127.0.0.1:8787')).toBe(true)
  expect(own('[::1]:8787', 'http://[::1]:8787')).toBe(true)
  expect(own('backend:8787', 'https://moot.example.org')).toBe(true)
  for (const other of [
    'https://evil.example',
    'http://127.0.0.1:9999',
    'null',
    '',
    'https://moot.example.org.evil.example',
    'file://',
  ])
    expect(own('127.0.0.1:8787', other), other).toBe(false)
  expect(own('bad host', 'null')).toBe(false)
})

test('[R-56] an address is the proxy’s word only where the operator trusts it, and only its last word', () => {
  const forwarded = request({ 'x-forwarded-for': '1.1.1.1, 2.2.2.2' })
  expect(addressOf(forwarded, readConfig(['--trust-proxy'], {}))).toBe('2.2.2.2')
  expect(addressOf(forwarded, readConfig([], {}))).toBe('')
})
