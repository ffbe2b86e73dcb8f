/** Counters for Prometheus, in its text form. */

/** What is counted since the start. */
const COUNTERS = {
  updates: 'Board updates taken in',
  refused: 'Board updates refused',
  broken: 'Board updates that broke a document, which was rebuilt',
  flushes: 'Flushes of boards',
  commands: 'Commands that were judged, accepted or not',
  hurried: 'Commands and connections turned away because one person asked for far too much',
  unsaved: 'Writes that the disk refused',
  sockets: 'Sockets opened',
  requests: 'Requests to the interface',
  faults: 'Requests that failed here',
  slowed: 'Requests turned away because of many wrong guesses',
} as const
export type Counter = keyof typeof COUNTERS

export class Metrics {
  readonly #counts = new Map<Counter, number>()

  readonly count = (what: Counter): void => {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1)
  }

  /** Everything as text; `gauges` are figures of this moment, by name. */
  text(gauges: Readonly<Record<string, number>>): string {
    const lines: string[] = []
    for (const [name, help] of Object.entries(COUNTERS)) {
      // The keys of COUNTERS are the counters; Object.entries only says string.
      const value = this.#counts.get(name as Counter) ?? 0
      lines.push(
        `# HELP moot_${name}_total ${help}`,
        `# TYPE moot_${name}_total counter`,
        `moot_${name}_total ${value}`,
      )
    }
    for (const [name, value] of Object.entries(gauges))
      lines.push(`# TYPE moot_${name} gauge`, `moot_${name} ${value}`)
    return `${lines.join('\n')}\n`
  }
}
