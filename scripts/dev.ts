/**
 * `npm run dev`: the server restarts and the page reloads when a source changes. The page is served by Vite, which
 * passes everything that is not a page to the server, so that both have one origin as in real life.
 */
import { spawn } from 'node:child_process'
import { environment, root } from './bootstrap.mjs'

const PAGE_PORT = '5173'
const SERVER_PORT = '8787'
const page = `http://localhost:${PAGE_PORT}`

const env = { ...environment(), MOOT_DEV_SERVER: `http://127.0.0.1:${SERVER_PORT}` }
const parts = [
  spawn(
    'node',
    [
      '--watch',
      'apps/server/src/main.ts',
      '--port',
      SERVER_PORT,
      '--public-url',
      page,
      ...process.argv.slice(2),
    ],
    { cwd: root, env, stdio: 'inherit' },
  ),
  spawn('vite', ['--port', PAGE_PORT, '--host', 'localhost'], {
    cwd: `${root}/apps/web`,
    env,
    stdio: 'inherit',
  }),
]

for (const part of parts) part.on('exit', () => parts.forEach((other) => other.kill()))
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => parts.forEach((part) => part.kill(signal)))
