/** `npm run moot -- …`: what an operator does at the machine itself, also while the server runs. */
import { existsSync } from 'node:fs'
import { backup, DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import { readCode } from '@moot/room'
import { ConfigProblem, readConfig } from './config.ts'
import { databaseIn } from './dataDirectory.ts'
import { secrets } from './secrets.ts'
import { openDatabase, Sqlite } from './sqlite.ts'

const USAGE = `npm run moot -- links <workshop>   a fresh facilitator link, and the join link; <workshop> is its id or its join code
npm run moot -- backup <file>      copies everything to a new file

--data <directory> and --public-url <origin> as for the server (or MOOT_DATA, MOOT_PUBLIC_URL).`

/** Exit code for what cannot be done as asked. */
const EXIT_UNUSABLE = 2

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { data: { type: 'string' }, 'public-url': { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [command, argument, ...more] = positionals.filter((each) => each !== '--')
  if (values.help === true || argument === undefined || more.length > 0) {
    console.log(USAGE)
    if (values.help !== true) process.exitCode = EXIT_UNUSABLE
    return
  }
  const settings = Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'string' ? [`--${name}`, value] : [],
  )
  const config = readConfig(settings, process.env)
  const path = databaseIn(config.data)
  if (!existsSync(path))
    throw new ConfigProblem(`There is no data in ${config.data}. Give the server's directory with --data.`)
  switch (command) {
    case 'links':
      return links(
        path,
        argument,
        config.publicUrl === '' ? `http://${config.host}:${config.port}` : config.publicUrl,
      )
    case 'backup':
      if (existsSync(argument))
        throw new ConfigProblem(`${argument} is there already; a copy never replaces anything.`)
      await copy(path, argument)
      console.log(`Copied to ${argument}.`)
      return
    default:
      throw new ConfigProblem(`There is no "${String(command)}".\n${USAGE}`)
  }
}

/** Keys of facilitators are stored as hashes only, so a lost link cannot be shown again: this makes a further one. */
function links(path: string, name: string, origin: string): void {
  const db = openDatabase(path)
  try {
    const sqlite = new Sqlite(db)
    const id = sqlite.loadWorkshop(name)?.id ?? sqlite.findCode(readCode(name))?.id
    const workshop = id === undefined ? undefined : sqlite.loadWorkshop(id)
    if (workshop === undefined) throw new ConfigProblem(`There is no workshop "${name}" in this data.`)
    const key = secrets.fresh()
    db.exec('begin immediate')
    sqlite.record(workshop.id, { events: [], facilitatorHashes: [secrets.hash(key)] })
    // Whoever asks for a link is about to use it: it must not be erased before they do.
    sqlite.noteUse(workshop.id, Date.now())
    db.exec('commit')
    console.log(`Facilitator link (new; earlier ones go on working):\n  ${origin}/w/${workshop.id}#f.${key}`)
    console.log(`Join link:\n  ${origin}/w/${workshop.id}#j.${workshop.joinKey}`)
    console.log(`Join code:\n  ${workshop.joinCode.slice(0, 4)} ${workshop.joinCode.slice(4)}`)
  } finally {
    db.close()
  }
}

async function copy(from: string, to: string): Promise<void> {
  const db = new DatabaseSync(from, { readOnly: true, timeout: 5_000 })
  try {
    await backup(db, to)
  } finally {
    db.close()
  }
}

main().catch((error: unknown) => {
  const isOperators =
    error instanceof ConfigProblem ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  console.error(error instanceof Error ? (isOperators ? error.message : error.stack) : String(error))
  process.exitCode = isOperators ? EXIT_UNUSABLE : 1
})
