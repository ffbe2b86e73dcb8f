import type { WorkshopReplica } from '@moot/client'
import { draftResult } from '@moot/protocol'
import type { MyTopicsView } from '@moot/workshop'
import { refusalText } from '../../text/refusalText.ts'
import { keepUnsent } from './unsentDraft.ts'

/** A draft as the server has it. */
export type OwnDraft = MyTopicsView['drafts'][number]

/** What the dialog holds. `owner`: who will be its convener. */
export type Offered = Pick<OwnDraft, 'owner' | 'question' | 'pitch' | 'template' | 'isAction'>

/**
 * Whether the server has what was typed. `late`: it could not be reached or said no; it is tried again with the next
 * letter, and when the line is back.
 */
export type Kept = 'nothing' | 'typing' | 'kept' | 'late'

/** After so long without a letter it is sent, in ms. */
const PAUSE_MS = 700

/** Whether there is anything to keep. */
export const hasWords = ({ question, pitch }: Pick<Offered, 'question' | 'pitch'>): boolean =>
  question.trim() !== '' || pitch.trim() !== ''

/** What a command about it says: all of it, because what is left out stays as the server has it. */
export const saidOf = ({ owner, question, pitch, template, isAction }: Offered) => ({
  as: owner,
  question,
  pitch,
  template,
  isAction,
})

/** What a keeper is made from. */
export interface DraftKeeperOptions {
  readonly replica: Pick<WorkshopReplica, 'command' | 'store'>
  /** See `unsentKey`. */
  readonly keptAs: string
  /** The one to go on with; without it the first letter makes one. */
  readonly draft: OwnDraft | undefined
  /** What the server has of it: the draft, or an empty one. */
  readonly begin: Offered
  /** What was typed here earlier and the server has not got, see `unsentOf`. */
  readonly unsent: Offered | undefined
  /** `problem`: why it was not kept, in a sentence. */
  readonly onKept: (kept: Kept, problem: string | undefined) => void
}

/**
 * Keeps what is offered while it is typed: at the server, and on this device as long as the server has not got it. What is
 * on its way is never sent twice. `dispose` sends what waits, for who closes the dialog in the middle of a word.
 */
export class DraftKeeper {
  readonly #options: DraftKeeperOptions
  #id: string | undefined
  #now: Offered
  #sent: Offered
  #timer: ReturnType<typeof setTimeout> | undefined
  #isSettled = false
  #onItsWay: Promise<void> = Promise.resolve()
  /** What was sent to begin a draft, and no answer came: it may or may not have arrived. */
  #lost: Offered | undefined
  #stop: () => void = () => undefined

  constructor(options: DraftKeeperOptions) {
    this.#options = options
    const { draft, begin, unsent } = options
    this.#id = draft?.id
    this.#sent = begin
    this.#now = unsent ?? begin
  }

  /** What is offered as it began: what was not sent earlier goes before what the server has. */
  get offered(): Offered {
    return this.#now
  }

  /** The draft that keeps it, `undefined` where there is none. */
  get id(): string | undefined {
    return this.#id
  }

  /** How it begins. */
  get kept(): Kept {
    return this.#now === this.#sent ? (this.#id === undefined ? 'nothing' : 'kept') : 'late'
  }

  /** Follows the line: what could not be sent goes when it is back, and at once if there is one. */
  start(): void {
    const { store } = this.#options.replica
    this.#stop = store.subscribe(({ connection }, before) => {
      if (connection.state === 'open' && before.connection.state !== 'open') void this.keepNow()
    })
    if (this.#now !== this.#sent) void this.keepNow()
  }

  /** The person typed or chose. */
  change(next: Offered): void {
    this.#now = next
    this.#keepHere()
    this.#options.onKept('typing', undefined)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.keepNow(), PAUSE_MS)
  }

  /** Sends what waits; resolves when it is known what came of it. */
  keepNow(): Promise<void> {
    clearTimeout(this.#timer)
    this.#onItsWay = this.#onItsWay.then(() => this.#send())
    return this.#onItsWay
  }

  /** Nothing more is sent or kept: it has become a topic, or waits as a draft, or is not wanted. */
  settle(): void {
    this.#isSettled = true
    clearTimeout(this.#timer)
    for (const id of ['', this.#id ?? '']) keepUnsent(this.#options.keptAs, id, undefined)
  }

  dispose(): void {
    this.#stop()
    void this.keepNow()
  }

  async #send(): Promise<void> {
    const { replica, keptAs, onKept } = this.#options
    const said = this.#now
    if (this.#isSettled || said === this.#sent) return
    if (this.#id === undefined && this.#lost !== undefined) this.#id = this.#arrived(this.#lost)
    if (this.#id === undefined && !hasWords(said)) return
    const answer = await replica.command({
      type: 'draft.write',
      ...(this.#id !== undefined && { draft: this.#id }),
      ...saidOf(said),
    })
    if (!answer.ok) {
      if (this.#id === undefined) this.#lost = said
      onKept('late', answer.code === 'not_connected' ? undefined : refusalText(answer))
      return
    }
    this.#sent = said
    for (const id of ['', this.#id ?? '']) keepUnsent(keptAs, id, undefined)
    const result = draftResult.safeParse(answer.result)
    // Without an answer nothing was new to the server; one without words is gone then, and the next letter makes another.
    if (result.success) this.#id = result.data.draft
    else if (!hasWords(said)) this.#id = undefined
    if (this.#now !== said) this.#keepHere()
    onKept(this.#now === said ? (hasWords(said) ? 'kept' : 'nothing') : 'typing', undefined)
  }

  /** The draft that the server made of what it was given without an answer, if it got it. */
  #arrived(lost: Offered): string | undefined {
    const drafts = this.#options.replica.store.getState().view?.me.topics.drafts ?? []
    return drafts.find(
      ({ owner, question, pitch }) =>
        owner === lost.owner && question === lost.question.trim() && pitch === lost.pitch.trim(),
    )?.id
  }

  /** On this device, until the server has it. */
  #keepHere(): void {
    const isNothing = this.#id === undefined && !hasWords(this.#now)
    keepUnsent(this.#options.keptAs, this.#id ?? '', isNothing ? undefined : this.#now)
  }
}
