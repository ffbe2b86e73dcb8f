import type { WorkshopReplica } from '@moot/client'
import { reportTextResult } from '@moot/protocol'
import type { ReportField } from '@moot/workshop'
import { REPORT_FIELDS } from '@moot/workshop'
import { refusalText } from '../../text/refusalText.ts'
import type { FieldSync, Merge } from './fieldSync.ts'
import {
  acceptedField,
  beginField,
  heardField,
  isFieldSaved,
  keptOfField,
  lostField,
  refusedField,
  sentField,
  typeInField,
  writeOfField,
} from './fieldSync.ts'
import type { KeptFields } from './keptFields.ts'
import { keepFields, keptFields } from './keptFields.ts'

/** After the last key, in ms: short enough to be called at once, long enough for a word. */
const PAUSE_MS = 800

/** How the texts of a report stand: `refused` says why in `why`. */
export type DeskState = 'saved' | 'saving' | 'notSaved' | 'refused'

/** What the form shows; a new one at every change. */
export interface DeskStatus {
  readonly texts: { readonly [F in ReportField]: string }
  readonly state: DeskState
  readonly why: string
}

/** What a desk is made from. */
export interface ReportDeskOptions {
  readonly replica: Pick<WorkshopReplica, 'command' | 'store'>
  readonly topicId: string
  /** See `keptKey`. */
  readonly keptAs: string
  readonly merge: Merge
}

type Fields = { readonly [F in ReportField]: FieldSync }

/**
 * Where one person writes a report: saves what is typed after a pause, takes in what others type, and keeps what could not
 * be saved until it is. It outlives its screen for as long as something is not saved. `dispose` gives up: what is not
 * saved then is found again on this device.
 */
export class ReportDesk {
  readonly #replica: ReportDeskOptions['replica']
  readonly #topicId: string
  readonly #keptAs: string
  readonly #merge: Merge
  readonly #pauses = new Map<ReportField, ReturnType<typeof setTimeout>>()
  readonly #listeners = new Set<() => void>()
  readonly #stop: () => void
  #fields: Fields
  /** What of it is kept on this device. */
  #kept: KeptFields
  #status: DeskStatus
  #isOpen: boolean
  /** Fields in which an input method puts letters together: nothing is written or replaced there until it ends. */
  readonly #composing = new Set<ReportField>()

  constructor({ replica, topicId, keptAs, merge }: ReportDeskOptions) {
    this.#replica = replica
    this.#topicId = topicId
    this.#keptAs = keptAs
    this.#merge = merge
    const kept = keptFields(keptAs)
    this.#kept = kept
    const begin = (field: ReportField): FieldSync => beginField(this.#heard(field), merge, kept[field])
    this.#fields = eachField(begin)
    this.#isOpen = this.#isConnected()
    this.#status = this.#statusNow()
    this.#stop = replica.store.subscribe(() => this.#hear())
    this.#writeAll()
  }

  get status(): DeskStatus {
    return this.#status
  }

  /** Whether nothing waits to be saved. */
  get isSaved(): boolean {
    return REPORT_FIELDS.every((field) => isFieldSaved(this.#fields[field]))
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The person typed: this stands in the field now. */
  type(field: ReportField, text: string): void {
    this.#set(field, typeInField(this.#fields[field], text))
    this.#wait(field)
  }

  /** An input method begins or ends putting letters together. */
  compose(field: ReportField, isOn: boolean): void {
    if (isOn) this.#composing.add(field)
    else {
      this.#composing.delete(field)
      this.#hear()
      this.#wait(field)
    }
  }

  /** Gives a field to the server now: the person left it, or paused. */
  write(field: ReportField): void {
    clearTimeout(this.#pauses.get(field))
    this.#pauses.delete(field)
    const write = writeOfField(this.#fields[field])
    if (write === undefined || !this.#isOpen || this.#composing.has(field)) return
    this.#set(field, sentField(this.#fields[field], write))
    void this.#give(field, write)
  }

  /** Gives everything to the server; resolves to whether all of it is saved. */
  async writeAll(): Promise<boolean> {
    this.#writeAll()
    if (this.#status.state !== 'saving') return this.isSaved
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        const { state } = this.#status
        if (state === 'saving') return
        stop()
        resolve(this.isSaved)
      })
    })
  }

  dispose(): void {
    this.#stop()
    for (const pause of this.#pauses.values()) clearTimeout(pause)
    this.#listeners.clear()
  }

  /** Writes a field when nobody has typed for a while. */
  #wait(field: ReportField): void {
    clearTimeout(this.#pauses.get(field))
    this.#pauses.set(
      field,
      setTimeout(() => this.write(field), PAUSE_MS),
    )
  }

  #writeAll(): void {
    for (const field of REPORT_FIELDS) if (this.#fields[field].refused === '') this.write(field)
  }

  async #give(field: ReportField, { text, before }: { text: string; before: string }): Promise<void> {
    const answer = await this.#replica.command({
      type: 'report.write',
      topic: this.#topicId,
      field,
      text,
      before,
    })
    const now = this.#fields[field]
    if (answer.ok) {
      const stored = reportTextResult.safeParse(answer.result)
      this.#set(field, acceptedField(now, stored.success ? stored.data.text : text, this.#merge))
      // What was typed while it was on its way waits for its own pause.
      if (!this.#pauses.has(field)) this.write(field)
    } else if (answer.code === 'not_connected') {
      this.#set(field, lostField(now))
      // The line may be back already, or have been slow and never gone.
      this.#hear()
    } else this.#set(field, refusedField(now, refusalText(answer), this.#merge))
  }

  #isConnected(): boolean {
    return this.#replica.store.getState().connection.state === 'open'
  }

  #heard(field: ReportField): string {
    const { view } = this.#replica.store.getState()
    return view?.reports[this.#topicId]?.texts[field] ?? ''
  }

  #hear(): void {
    const wasOpen = this.#isOpen
    this.#isOpen = this.#isConnected()
    let isChanged = wasOpen !== this.#isOpen
    if (this.#isOpen)
      for (const field of REPORT_FIELDS) {
        if (this.#composing.has(field)) continue
        const now = this.#fields[field]
        const next = heardField(now, this.#heard(field), this.#merge)
        if (next === now) continue
        this.#fields = { ...this.#fields, [field]: next }
        isChanged = true
      }
    if (!isChanged) return
    this.#changed()
    // Back again: what waited goes now.
    if (this.#isOpen) for (const field of REPORT_FIELDS) if (!this.#pauses.has(field)) this.write(field)
  }

  #set(field: ReportField, next: FieldSync): void {
    if (next === this.#fields[field]) return
    this.#fields = { ...this.#fields, [field]: next }
    this.#changed()
  }

  #changed(): void {
    const kept: KeptFields = Object.fromEntries(
      REPORT_FIELDS.flatMap((field) => {
        const unsaved = keptOfField(this.#fields[field])
        return unsaved === undefined ? [] : [[field, unsaved]]
      }),
    )
    keepFields(this.#keptAs, kept, this.#kept)
    this.#kept = kept
    this.#status = this.#statusNow()
    for (const listener of Array.from(this.#listeners)) listener()
  }

  #statusNow(): DeskStatus {
    const why = REPORT_FIELDS.map((field) => this.#fields[field].refused).find((each) => each !== '') ?? ''
    const state = this.isSaved ? 'saved' : !this.#isOpen ? 'notSaved' : why === '' ? 'saving' : 'refused'
    return { texts: eachField((field) => this.#fields[field].text), state, why }
  }
}

/** The same made for each field. */
function eachField<T>(make: (field: ReportField) => T): { readonly [F in ReportField]: T } {
  return {
    headline: make('headline'),
    next: make('next'),
    question: make('question'),
    said: make('said'),
    requests: make('requests'),
    resources: make('resources'),
    surprising: make('surprising'),
  }
}
