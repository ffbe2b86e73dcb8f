/** From the command line and the environment to settings that make sense; nonsense is refused with a sentence. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What the operator has decided. */
export interface Config {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  /** Directory of the data, absolute. */
  readonly data: string
  /** Origin that links begin with, without a slash at the end; '' for whatever the page was opened with. */
  readonly publicUrl: string
  /** Whether the addresses in `X-Forwarded-For` are believed. */
  readonly trustProxy: boolean
  /** Sockets that may be open at once. */
  readonly maxSockets: number
  /** Workshops that one address may make in an hour. */
  readonly maxWorkshops: number
  /** What the pictures of one workshop may take, in bytes. */
  readonly maxUploadBytes: number
  /** Needed for making workshops; '' where anybody may. */
  readonly operatorKey: string
  readonly operator: {
    readonly name: string
    readonly contact: string
    readonly privacyUrl: string
    readonly accessibilityUrl: string
    /** Days after its last use when a workshop is erased; 0 keeps all. */
    readonly retentionDays: number
  }
}

/** The settings make no sense; the message is for the operator. */
export class ConfigProblem extends Error {}

type Environment = Readonly<Record<string, string | undefined>>

/** Every setting: its flag, its environment variable and what it is without either. */
const SETTINGS = {
  host: { env: 'MOOT_HOST', otherwise: '127.0.0.1' },
  port: { env: 'MOOT_PORT', otherwise: '8787' },
  data: { env: 'MOOT_DATA', otherwise: './data' },
  'public-url': { env: 'MOOT_PUBLIC_URL', otherwise: '' },
  'max-sockets': { env: 'MOOT_MAX_SOCKETS', otherwise: '20000' },
  'max-workshops': { env: 'MOOT_MAX_WORKSHOPS', otherwise: '500' },
  'max-upload-mb': { env: 'MOOT_MAX_UPLOAD_MB', otherwise: '500' },
  'operator-name': { env: 'MOOT_OPERATOR_NAME', otherwise: '' },
  'operator-contact': { env: 'MOOT_OPERATOR_CONTACT', otherwise: '' },
  'privacy-url': { env: 'MOOT_PRIVACY_URL', otherwise: '' },
  'accessibility-url': { env: 'MOOT_ACCESSIBILITY_URL', otherwise: '' },
  'retention-days': { env: 'MOOT_RETENTION_DAYS', otherwise: '0' },
} as const
type Setting = keyof typeof SETTINGS

/** Said after every refusal, and on `--help`. */
export const USAGE = `Settings (each also as an environment variable; the flag wins):
  --host <address>           where to listen, 127.0.0.1 unless given (MOOT_HOST)
  --port <number>            8787 unless given, 0 for a free one (MOOT_PORT)
  --data <directory>         where everything is kept, ./data unless given (MOOT_DATA)
  --public-url <origin>      what links begin with, such as https://moot.example.org (MOOT_PUBLIC_URL)
  --trust-proxy              believe X-Forwarded-For: only behind a proxy of your own (MOOT_TRUST_PROXY=1)
  --max-sockets <number>     sockets open at once, 20000 unless given (MOOT_MAX_SOCKETS)
  --max-workshops <number>   workshops made from one address in an hour, 500 unless given (MOOT_MAX_WORKSHOPS)
  --max-upload-mb <number>   what the pictures of one workshop may take, in MB, 500 unless given; 0 for no
                             pictures (MOOT_MAX_UPLOAD_MB)
  --retention-days <number>  workshops are erased so many days after they were last used, which people who
                             join are told; 0, which keeps them, unless given (MOOT_RETENTION_DAYS)
  --operator-name, --operator-contact, --privacy-url, --accessibility-url
                             shown to people who join (MOOT_OPERATOR_NAME, MOOT_OPERATOR_CONTACT,
                             MOOT_PRIVACY_URL, MOOT_ACCESSIBILITY_URL)
  MOOT_OPERATOR_KEY          asked of whoever makes a workshop; not a flag, so that it is in no list of processes`

/** Reads the settings. Throws `ConfigProblem` with a sentence for the operator. */
export function readConfig(args: readonly string[], env: Environment): Config {
  const flags = readFlags(args)
  const value = (name: Setting): string => {
    const flag = flags[name]
    return (typeof flag === 'string' ? flag : (env[SETTINGS[name].env] ?? SETTINGS[name].otherwise)).trim()
  }
  const data = value('data')
  if (data === '') throw new ConfigProblem('--data needs a directory.')
  const host = value('host')
  if (host === '' || /[\s/]/.test(host))
    throw new ConfigProblem(`--host is an address or a name to listen on, not "${host}".`)
  return {
    host,
    port: whole('--port', value('port'), 0, 65_535),
    data: resolve(data),
    publicUrl: origin('--public-url', value('public-url')),
    trustProxy: flags['trust-proxy'] === true || isYes('MOOT_TRUST_PROXY', env['MOOT_TRUST_PROXY']),
    maxSockets: whole('--max-sockets', value('max-sockets'), 1, 1_000_000),
    maxWorkshops: whole('--max-workshops', value('max-workshops'), 1, 1_000_000),
    maxUploadBytes: whole('--max-upload-mb', value('max-upload-mb'), 0, 1_000_000) * 1_000_000,
    operatorKey: env['MOOT_OPERATOR_KEY'] ?? '',
    operator: {
      name: line('--operator-name', value('operator-name')),
      contact: line('--operator-contact', value('operator-contact')),
      privacyUrl: address('--privacy-url', value('privacy-url')),
      accessibilityUrl: address('--accessibility-url', value('accessibility-url')),
      retentionDays: whole('--retention-days', value('retention-days'), 0, 36_500),
    },
  }
}

function readFlags(args: readonly string[]): Readonly<Record<string, string | boolean | undefined>> {
  const options: Record<string, { type: 'string' | 'boolean' }> = { 'trust-proxy': { type: 'boolean' } }
  for (const name of Object.keys(SETTINGS)) options[name] = { type: 'string' }
  try {
    // A single `--`, as package managers pass it on, separates nothing here.
    const given = args.filter((arg) => arg !== '--')
    const { values } = parseArgs({ args: given, options, strict: true, allowPositionals: false })
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? undefined : value]),
    )
  } catch (error) {
    throw new ConfigProblem(error instanceof Error ? error.message : 'The settings cannot be read.')
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < least || number > most)
    throw new ConfigProblem(`${name} is a whole number from ${least} to ${most}, not "${text}".`)
  return number
}

function isYes(name: string, text: string | undefined): boolean {
  if (text === undefined || /^(|0|no|false)$/i.test(text)) return false
  if (/^(1|yes|true)$/i.test(text)) return true
  throw new ConfigProblem(`${name} is 1 or 0, not "${text}".`)
}

function parsed(text: string): URL | undefined {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url : undefined
}

function origin(name: string, text: string): string {
  if (text === '') return ''
  const url = parsed(text)
  if (
    url === undefined ||
    url.pathname !== '/' ||
    url.search !== '' ||
    url.hash !== '' ||
    url.username !== ''
  )
    throw new ConfigProblem(
      `${name} is an address without a path, such as https://moot.example.org, not "${text}".`,
    )
  return url.origin
}

function address(name: string, text: string): string {
  if (text !== '' && parsed(text) === undefined)
    throw new ConfigProblem(`${name} is an address that begins with https:// or http://, not "${text}".`)
  return text
}

function line(name: string, text: string): string {
  if (text.length > 200 || /\p{Cc}/u.test(text))
    throw new ConfigProblem(`${name} is one line of at most 200 letters.`)
  return text
}
