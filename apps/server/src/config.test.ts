import { describe, expect, test } from 'vitest'
import { ConfigProblem, readConfig, USAGE } from './config.ts'

describe('settings', () => {
  test('[R-62] without any, it is this machine only, on 8787, in ./data', () => {
    const config = readConfig([], {})
    expect([config.host, config.port, config.publicUrl, config.trustProxy, config.operatorKey]).toEqual([
      '127.0.0.1',
      8787,
      '',
      false,
      '',
    ])
    expect(config.data).toMatch(/[\\/]data$/)
  })

  test('[R-62] a flag wins over the environment', () => {
    const env = { MOOT_PORT: '9000', MOOT_HOST: '0.0.0.0', MOOT_TRUST_PROXY: '1', MOOT_OPERATOR_KEY: 'k' }
    const config = readConfig(['--', '--port', '0', '--public-url', 'https://moot.example.org/'], env)
    expect([config.port, config.host, config.trustProxy, config.publicUrl, config.operatorKey]).toEqual([
      0,
      '0.0.0.0',
      true,
      'https://moot.example.org',
      'k',
    ])
  })

  test('[R-62] nonsense is refused with a sentence that names the setting', () => {
    const cases: [string[], Record<string, string>, RegExp][] = [
      [['--port', '70000'], {}, /--port is a whole number from 0 to 65535/],
      [['--port', '-1'], {}, /port/],
      [[], { MOOT_PORT: '' }, /--port/],
      [[], { MOOT_PORT: 'http' }, /"http"/],
      [['--public-url', 'moot.example.org'], {}, /--public-url is an address without a path/],
      [['--public-url', 'https://moot.example.org/path'], {}, /without a path/],
      [['--public-url', 'javascript:alert(1)'], {}, /--public-url/],
      [[], { MOOT_TRUST_PROXY: 'maybe' }, /MOOT_TRUST_PROXY is 1 or 0/],
      [['--retention-days', '1.5'], {}, /--retention-days/],
      [['--privacy-url', 'privacy.html'], {}, /--privacy-url/],
      [['--host', 'a b'], {}, /--host/],
      [['--data', ''], {}, /--data needs a directory/],
      [['--operator-name', 'a\nb'], {}, /one line/],
      [['--colour', 'green'], {}, /colour/],
      [['board'], {}, /board/],
    ]
    for (const [args, env, sentence] of cases) {
      let message = 'nothing was refused'
      try {
        readConfig(args, env)
      } catch (error) {
        message = error instanceof ConfigProblem ? error.message : `not for operators: ${String(error)}`
      }
      expect(message, args.join(' ')).toMatch(sentence)
    }
  })

  test('[R-62] every flag is explained', () => {
    for (const name of [
      'host',
      'port',
      'data',
      'public-url',
      'trust-proxy',
      'max-sockets',
      'operator-name',
      'retention-days',
    ])
      expect(USAGE).toContain(`--${name}`)
  })
})
