/** `npm start`: installs and builds what is stale, then becomes the server. Arguments go to the server as they are. */
import { spawn } from 'node:child_process'
import { buildWeb, environment, giveUp, install, node, root } from './bootstrap.mjs'

await install()
if (!(await buildWeb())) giveUp('The web client could not be built (see above).')

const server = spawn(node, ['apps/server/src/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  env: environment(),
  stdio: 'inherit',
})

// From a terminal Ctrl-C reaches the server by itself; sent a second time it would cut the server's farewell short.
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP', 'SIGINT'])) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal)
  })
}
// npm ends on SIGTERM without passing it on to what it runs; left behind, the server would hold port and data.
const parent = process.ppid
if (process.env.npm_lifecycle_event === 'start') {
  setInterval(() => {
    if (process.ppid !== parent) server.kill('SIGTERM')
  }, 500).unref()
}
server.on('error', (error) => giveUp(`The server could not be started: ${error.message}`))
server.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
})
