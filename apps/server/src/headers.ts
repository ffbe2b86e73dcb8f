/** Headers of every answer, and who may ask. */
import type { IncomingMessage } from 'node:http'
import type { Config } from './config.ts'

/** On everything: nothing is guessed, framed or told to another site. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

/** Nothing at all may be loaded by what carries this: data, downloads, errors. */
export const NOTHING_POLICY =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/**
 * The policy of the page: our own scripts and styles only, and nothing goes anywhere but here.
 *
 * @param nonce - fresh for each answer; styles made by scripts carry it
 */
export function pagePolicy(nonce: string, request: IncomingMessage, config: Config): string {
  const hosts = new Set([
    hostOf(request),
    config.publicUrl === '' ? undefined : new URL(config.publicUrl).host,
  ])
  const sockets = [...hosts].flatMap((host) => (host === undefined ? [] : [`ws://${host}`, `wss://${host}`]))
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    `connect-src ${["'self'", ...sockets].join(' ')}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The host that was asked for, if it is written like one. */
export function hostOf(request: IncomingMessage): string | undefined {
  const { host } = request.headers
  return host !== undefined && /^[a-z0-9.-]+(:\d+)?$|^\[[0-9a-f:.]+\](:\d+)?$/i.test(host)
    ? host.toLowerCase()
    : undefined
}

/** Whether a page that asks may: one of this host or of the public address; programs send no Origin. */
export function isOwnOrigin(request: IncomingMessage, config: Config): boolean {
  const { origin } = request.headers
  if (origin === undefined) return true
  if (config.publicUrl !== '' && origin === config.publicUrl) return true
  const host = hostOf(request)
  return host !== undefined && URL.parse(origin)?.host === host
}

/** The address of whoever asks: the proxy's word for it only where the operator says so. */
export function addressOf(request: IncomingMessage, config: Config): string {
  const forwarded = config.trustProxy ? request.headers['x-forwarded-for'] : undefined
  // The proxy nearest to us writes last; what stands before may have been made up.
  const nearest = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)?.split(',').at(-1)?.trim()
  return nearest !== undefined && nearest !== '' ? nearest : (request.socket.remoteAddress ?? '')
}
