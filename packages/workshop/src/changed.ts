/** Values with one entry changed: what is not there stays not there, and nothing is changed in place. */
import { entryOf } from './decision.ts'
import type { Person, Workshop } from './state.ts'

/** A record with one entry changed; the same record where there is no such entry. */
export function withEntry<T extends object>(
  record: Readonly<Record<string, T>>,
  name: string,
  change: Partial<T>,
): Readonly<Record<string, T>> {
  const entry = entryOf(record, name)
  return entry === undefined ? record : { ...record, [name]: { ...entry, ...change } }
}

/** A record with every entry changed. */
export function withEach<T extends object>(
  record: Readonly<Record<string, T>>,
  change: Partial<T>,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([name, entry]) => [name, { ...entry, ...change }]))
}

/** A record without one entry. */
export function without<T>(record: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== name))
}

/** Only the fields that were given: an optional field that an event leaves out changes nothing. */
export function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // What is left has every field that was given and no `undefined`, which the type says field by field.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

/** The workshop with one person changed. */
export function changePerson(workshop: Workshop, id: string, change: Partial<Person>): Workshop {
  return { ...workshop, people: withEntry(workshop.people, id, change) }
}
