/** A list of names as it is pasted: one a line, of which some are known, some come twice, some are too long. */
import { cleanLine, NAME_MAX } from '@moot/workshop'

/** What is in a pasted list. Every line that says anything is counted once. */
export interface PastedNames {
  /** To be put on the roster, as they will stand there. */
  readonly fresh: readonly string[]
  /** How many are on the roster already. */
  readonly known: number
  /** How many stood in the list before. */
  readonly twice: number
  /** How many of `fresh` are shortened. */
  readonly long: number
}

const keyOf = (name: string): string => name.toLowerCase()

/** Reads a pasted list. Of a table's rows the first cell that says something is the name. */
export function pastedNames(text: string, onRoster: Iterable<string>): PastedNames {
  const known = new Set(Array.from(onRoster, (name) => keyOf(cleanLine(name))))
  const seen = new Set<string>()
  const fresh: string[] = []
  const counts = { known: 0, twice: 0, long: 0 }
  for (const line of text.split(/\r\n?|[\n\u2028\u2029]/)) {
    const whole = line
      .split('\t')
      .map(cleanLine)
      .find((cell) => cell !== '')
    if (whole === undefined) continue
    const name = shortened(whole)
    const key = keyOf(name)
    if (seen.has(key)) counts.twice += 1
    else if (known.has(key)) counts.known += 1
    else {
      fresh.push(name)
      if (name !== whole) counts.long += 1
    }
    seen.add(key)
  }
  return { fresh, ...counts }
}

/** As the server keeps it: cut, with no half of a letter at the end. */
function shortened(name: string): string {
  return name
    .slice(0, NAME_MAX)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}
