/** Keeps one person, or a program that goes by their secret, from holding up everybody else of a workshop. */
import type { AllowanceOf } from './Allowance.ts'
import { Allowance } from './Allowance.ts'
import type { BoardEnvironment } from './BoardEnvironment.ts'

/** Commands of one person, by all their connections: each is a write to the disk that others wait for. */
const COMMANDS: AllowanceOf = { most: 200, perSecond: 10 }
/** What one person says on `/live`, by all their connections: a message counts as one, and one more for so many letters. */
const MESSAGES: AllowanceOf = { most: 600, perSecond: 60 }
const LETTERS = 4_096

/** What somebody is answered who gives far too many commands. */
export const TOO_FAST = {
  ok: false,
  code: 'slow_down',
  message: 'That was very much in a short time, so this was not done. Please wait a moment.',
} as const

/** Counts what people ask for, of those who have asked for something since the room was opened. */
export class Pace {
  readonly #env: Pick<BoardEnvironment, 'clock' | 'count'>
  readonly #commands = new Map<string, Allowance>()
  readonly #messages = new Map<string, Allowance>()

  constructor(env: Pick<BoardEnvironment, 'clock' | 'count'>) {
    this.#env = env
  }

  /** Whether somebody may give a command now. */
  mayCommand(person: string): boolean {
    const may = this.#take(this.#commands, COMMANDS, person, 1)
    if (may) this.#env.count('commands')
    return may
  }

  /** Whether somebody may say this on `/live` now. */
  maySay(person: string, text: string): boolean {
    return this.#take(this.#messages, MESSAGES, person, 1 + text.length / LETTERS)
  }

  #take(known: Map<string, Allowance>, of: AllowanceOf, person: string, cost: number): boolean {
    const now = this.#env.clock.now()
    let allowance = known.get(person)
    if (allowance === undefined) {
      allowance = new Allowance(of, now)
      known.set(person, allowance)
    }
    const may = allowance.take(cost, now)
    if (!may) this.#env.count('hurried')
    return may
  }
}
