/** What the measurements of a full house share: people as bare sockets in processes of their own, and processor time. */
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Page } from 'playwright-core'
import { node } from '../support/startServer.ts'

/** Processes that simulated people are spread over. */
const PROCESSES = 3
/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100

/** Processor time that a process has used so far, its threads included, in s. */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

/** How long the page's main thread was busy since this was asked for, in s. */
export async function busyTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const read = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN
  }
  const before = await read()
  return async () => (await read()) - before
}

/** What simulated people are started with. */
export interface Task<Person> {
  readonly url: string
  readonly id: string
  readonly people: readonly Person[]
}

/** A crowd that is there. */
export interface Crowd {
  /** Sends a word to each of the processes; resolves with what they answer. */
  readonly ask: (word: string) => Promise<readonly string[]>
  readonly stop: () => void
}

const lineOf = async ({ stdout }: ChildProcess): Promise<string> => {
  if (stdout === null) return ''
  const [line]: unknown[] = await once(stdout, 'data')
  return String(line).trim()
}

/** Starts a crowd in processes that run `script` with the word *people*; resolves once all of them are connected. */
export async function crowd<Person>(script: string, task: Task<Person>): Promise<Crowd> {
  const children = Array.from({ length: PROCESSES }, (_, at) => {
    const people = task.people.filter((__, index) => index % PROCESSES === at)
    const child = spawn(node, [script, 'people'], { stdio: ['pipe', 'pipe', 'inherit'] })
    child.stdin.write(`${JSON.stringify({ ...task, people })}\n`)
    return child
  })
  await Promise.all(children.map(lineOf))
  return {
    ask: (word) =>
      Promise.all(
        children.map((child) => {
          child.stdin.write(`${word}\n`)
          return lineOf(child)
        }),
      ),
    stop: () => {
      for (const child of children) child.kill()
    },
  }
}

/** The other side of `crowd`: connects the people of the task, then answers words. */
export async function beCrowd<Person>(
  connect: (task: Task<Person>, person: Person) => Promise<void>,
  answer: (word: string) => string = () => '',
): Promise<void> {
  let isThere = false
  for await (const line of createInterface({ input: process.stdin })) {
    if (isThere) console.log(answer(line))
    else {
      // Written by the process above.
      const task = JSON.parse(line) as Task<Person>
      await Promise.all(task.people.map((person) => connect(task, person)))
      isThere = true
      console.log('there')
    }
  }
}
