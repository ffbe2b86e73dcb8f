/** A text field kept in step with shared words (`Y.Text`), whoever types; see `WordsEditor`. */
import type { TextEdit } from '@moot/board'
import { applyEdit, caretAfter, editBetween } from '@moot/board'
import type * as Y from 'yjs'

/** What a change to shared words looks like as Yjs tells it. */
type Delta = Parameters<typeof caretAfter>[1]

/** The part of a text field that the binding needs: an element, or a stand-in of a test. */
export type WordsField = Pick<
  HTMLTextAreaElement,
  'value' | 'selectionStart' | 'selectionEnd' | 'setSelectionRange'
>

/** A field bound to words. Call the handlers from the field's events of the same names. */
export interface WordsBinding {
  /** The field's value changed by the person's hand. */
  handleInput(): void
  /** An input method began or ended putting letters together: until it ends nothing is written and nothing replaced. */
  handleCompositionStart(): void
  handleCompositionEnd(): void
  dispose(): void
}

/**
 * Where an edit lands after others changed the same words in the meantime. What they wrote inside the stretch that the
 * edit replaces is kept: only letters that the person saw are removed. Apply the edits in the order given.
 */
export function editsAfter(edit: TextEdit, deltas: readonly Delta[]): TextEdit[] {
  const through = (position: number): number => deltas.reduce((at, delta) => caretAfter(at, delta), position)
  const survivors: number[] = []
  for (let offset = 0; offset < edit.remove; offset += 1) {
    const at = letterAfter(edit.index + offset, deltas)
    if (at !== null) survivors.push(at)
  }
  const removals: TextEdit[] = []
  for (const at of survivors.toReversed()) {
    const last = removals.at(-1)
    if (last && last.index === at + 1)
      removals[removals.length - 1] = { index: at, remove: last.remove + 1, insert: '' }
    else removals.push({ index: at, remove: 1, insert: '' })
  }
  if (edit.insert === '') return removals
  const first = survivors[0]
  return [...removals, { index: first ?? through(edit.index), remove: 0, insert: edit.insert }]
}

/** Where one letter stands after some changes; `null` where somebody removed it. */
function letterAfter(letter: number, deltas: readonly Delta[]): number | null {
  let at = letter
  for (const delta of deltas) {
    let old = 0
    let fresh = 0
    let found: number | null = null
    for (const part of delta) {
      if (part.retain !== undefined) {
        if (at >= old && at < old + part.retain) found = fresh + (at - old)
        old += part.retain
        fresh += part.retain
      } else if (part.delete !== undefined) {
        if (at >= old && at < old + part.delete) return null
        old += part.delete
      } else if (typeof part.insert === 'string') fresh += part.insert.length
    }
    at = found ?? fresh + (at - old)
  }
  return at
}

/**
 * Binds a field to words. The person's edits are written under `origin` as the smallest change; others' changes come
 * into the field with its caret kept. While an input method is at work both wait.
 */
export function bindWords(field: WordsField, words: Y.Text, origin: unknown): WordsBinding {
  /** What the field and the words agreed on last. */
  let agreed = words.toString()
  let isComposing = false
  let isWriting = false
  let waiting: Delta[] = []
  field.value = agreed

  const write = (): void => {
    const edit = editBetween(agreed, field.value, field.selectionEnd)
    const deltas = waiting
    waiting = []
    if (edit === null && deltas.length === 0) return
    if (deltas.length === 0 && edit !== null) {
      agreed = field.value
      isWriting = true
      applyEdit(words, edit, origin)
      isWriting = false
      return
    }
    // Others wrote while letters were being put together: theirs is in the words already, ours follows.
    let caret = field.selectionEnd
    if (edit !== null) {
      const edits = editsAfter(edit, deltas)
      const insertion = edits.findLast((each) => each.insert !== '')
      isWriting = true
      const work = (): void => {
        for (const each of edits) applyEdit(words, each, origin)
      }
      if (words.doc === null) work()
      else words.doc.transact(work, origin)
      isWriting = false
      const inEdit = Math.max(0, caret - edit.index)
      if (insertion !== undefined && inEdit <= edit.insert.length) caret = insertion.index + inEdit
      else caret = deltas.reduce((at, delta) => caretAfter(at, delta), caret)
    } else caret = deltas.reduce((at, delta) => caretAfter(at, delta), caret)
    agreed = words.toString()
    field.value = agreed
    field.setSelectionRange(caret, caret)
  }

  const handleWords = (event: Y.YTextEvent): void => {
    if (isWriting) return
    if (isComposing) {
      waiting.push(event.delta)
      return
    }
    const start = caretAfter(field.selectionStart, event.delta)
    const end = caretAfter(field.selectionEnd, event.delta)
    agreed = words.toString()
    if (field.value === agreed) return
    field.value = agreed
    field.setSelectionRange(start, end)
  }
  words.observe(handleWords)

  return {
    handleInput() {
      if (!isComposing) write()
    },
    handleCompositionStart() {
      isComposing = true
    },
    handleCompositionEnd() {
      isComposing = false
      write()
    },
    dispose() {
      // The field goes away while letters are put together: they count as typed.
      if (isComposing) {
        isComposing = false
        write()
      }
      words.unobserve(handleWords)
    },
  }
}
