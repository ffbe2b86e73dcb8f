/** Where everything comes together: settings, storage, rooms, sockets, and the way out on SIGTERM. */
import { randomInt } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { freshId } from '@moot/board'
import type { Clock, RoomEnvironment } from '@moot/room'
import { Retention, Rooms } from '@moot/room'
import { Api } from './api.ts'
import type { Config } from './config.ts'
import { ConfigProblem, readConfig, USAGE } from './config.ts'
import { databaseIn, DataProblem, lockDirectory } from './dataDirectory.ts'
import { makeHttpServer } from './http.ts'
import { log } from './log.ts'
import { Metrics } from './metrics.ts'
import { PictureDrawing } from './PictureDrawing.ts'
import { BoardPictures } from './pictures.ts'
import { secrets } from './secrets.ts'
import { Sockets } from './sockets.ts'
import { SqliteStorage } from './sqliteStorage.ts'
import { StaticFiles } from './staticFiles.ts'
import { UploadDecoding } from './UploadDecoding.ts'
import { Uploads } from './uploads.ts'

/** Where the built web client lies. */
const CLIENT = fileURLToPath(new URL('../../web/dist', import.meta.url))
/** Keep-alive, slow sockets and letting go, in ms. */
const TICK_MS = 5_000
/** A stop that takes longer is cut short, in ms; what was acknowledged is on disk anyway. */
const STOP_MAX_MS = 10_000
/** Exit code for settings or data that cannot be used. */
const EXIT_UNUSABLE = 2

const clock: Clock = {
  now: Date.now,
  after: (ms, work) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${USAGE}\n`)
    return
  }
  const config = readConfig(process.argv.slice(2), process.env)
  const unlock = lockDirectory(config.data)
  // What nobody has caught leaves things in doubt; what was acknowledged is on disk, so start again from there.
  process.on('uncaughtException', (error) => {
    log('error', 'uncaught', { error: error.stack ?? error.message })
    process.exit(1)
  })
  let trouble: string | null = 'starting'
  const storage = new SqliteStorage(databaseIn(config.data), (error) => {
    if (trouble === 'starting') return
    // Nothing can be saved any more, and nothing may be shown that is not saved: start again from disk.
    log('error', 'storage_ended', { error: error.message })
    process.exit(1)
  })
  await storage.list().catch((error: unknown) => {
    throw new DataProblem(
      `The data in ${config.data} cannot be used: ${error instanceof Error ? error.message : 'unknown'}.`,
    )
  })
  const metrics = new Metrics()
  const env: RoomEnvironment = {
    storage,
    clock,
    log,
    secrets,
    newId: () => freshId(secrets.random),
    newClientId: () => randomInt(1, 2 ** 32),
    count: metrics.count,
  }
  const rooms = new Rooms(env)
  const retention = new Retention({ rooms, clock, log }, config.operator.retentionDays)
  const sockets = new Sockets({ config, rooms, metrics, log })
  const decoding = new UploadDecoding()
  const uploads = new Uploads({ config, storage, decoding, newId: env.newId, now: clock.now })
  const drawing = new PictureDrawing()
  const pictures = new BoardPictures({ storage, drawing, now: clock.now, log })
  const server = makeHttpServer({
    config,
    api: new Api(config, rooms, metrics, uploads, pictures),
    files: new StaticFiles(CLIENT, config),
    metrics,
    log,
    gauges: () => {
      const { rooms: open, boards, connections } = rooms.figures()
      return {
        rooms_open: open,
        boards_open: boards,
        connections,
        sockets_open: sockets.open,
        memory_bytes: process.memoryUsage.rss(),
        pictures_waiting: decoding.length,
      }
    },
    trouble: () => trouble,
  })
  server.on('upgrade', (request, stream, head) => sockets.upgrade(request, stream, head))
  const tick = setInterval(() => rooms.tick(), TICK_MS)

  const port = await listen(server, config)
  trouble = null
  process.stdout.write(`Moot is ready: ${addressToOpen(config, port)}\n`)
  log('info', 'listening', { port })
  retention.start()

  let isStopping = false
  const stop = async (signal: string): Promise<void> => {
    if (isStopping) return
    isStopping = true
    trouble = 'stopping'
    log('info', 'stopping', { signal })
    setTimeout(() => {
      log('error', 'stop_cut_short')
      process.exit(1)
    }, STOP_MAX_MS).unref()
    server.close()
    sockets.refuse()
    clearInterval(tick)
    await retention.stop()
    await rooms.close()
    await sockets.stop()
    decoding.stop()
    drawing.stop()
    await storage.close()
    server.closeAllConnections()
    unlock()
    log('info', 'stopped')
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        log('error', 'stop_failed', { error: error instanceof Error ? error.message : 'unknown' })
        process.exit(1)
      })
    })
  }
}

function listen(server: ReturnType<typeof makeHttpServer>, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence =
        error.code === 'EADDRINUSE'
          ? `Port ${config.port} on ${config.host} is in use. Stop what is using it, or choose another with --port.`
          : `It is not possible to listen on ${config.host}, port ${config.port}: ${error.message}.`
      reject(new ConfigProblem(sentence))
    })
    server.listen(config.port, config.host, () => {
      // A TCP server that listens has an address of this form.
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function addressToOpen(config: Config, port: number): string {
  if (config.publicUrl !== '') return config.publicUrl
  const isEverywhere = config.host === '0.0.0.0' || config.host === '::'
  const host = isEverywhere ? 'localhost' : config.host.includes(':') ? `[${config.host}]` : config.host
  return `http://${host}:${port}`
}

main().catch((error: unknown) => {
  const isOperators = error instanceof ConfigProblem || error instanceof DataProblem
  process.stderr.write(
    `${isOperators ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  if (error instanceof ConfigProblem) process.stderr.write('See --help for the settings.\n')
  process.exit(isOperators ? EXIT_UNUSABLE : 1)
})
