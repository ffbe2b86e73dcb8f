/**
 * `npm run dev`: the server restarts and the page reloads when a source changes. The page is served by Vite, which
 * passes everything that is not a page to the server, so that both have one origin as in real life.
 */
import { spawn } from 'node:child_process'
import { environment, install, node, root } from './bootstrap.mjs'

const PAGE_PORT = '5173'
const SERVER_PORT = '8787'
const page = `http://localhost:${PAGE_PORT}`

await install()
const env = { ...environment(), MOOT_DEV_SERVER: `http://127.0.0.1:${SERVER_PORT}` }
const server = ['--watch', 'apps/server/src/main.ts', '--port', SERVER_PORT, '--public-url', page]
const parts = [
  spawn(node, [...server, ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' }),
  spawn('vite', ['--port', PAGE_PORT, '--host', 'localhost'], {
    cwd: `${root}/apps/web`,
    env,
    stdio: 'inherit',
  }),
]

const stop = () => {
  for (const part of parts) part.kill('SIGTERM')
}
for (const part of parts) part.on('exit', stop)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
