import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { WordsField } from './wordsBinding.ts'
import { bindWords, editsAfter } from './wordsBinding.ts'

const ORIGIN = { me: true }

function fieldOf(): WordsField {
  return {
    value: '',
    selectionStart: 0,
    selectionEnd: 0,
    setSelectionRange(start, end) {
      this.selectionStart = start ?? 0
      this.selectionEnd = end ?? 0
    },
  }
}

function bound(start: string) {
  const doc = new Y.Doc()
  const words = doc.getText('words')
  words.insert(0, start)
  const field = fieldOf()
  const binding = bindWords(field, words, ORIGIN)
  const type = (value: string, caret = value.length): void => {
    field.value = value
    field.setSelectionRange(caret, caret)
    binding.handleInput()
  }
  return { doc, words, field, binding, type }
}

describe('bindWords', () => {
  it('writes what a person types under their own origin', () => {
    const { doc, words, type } = bound('one')
    const origins: unknown[] = []
    doc.on('afterTransaction', (transaction: Y.Transaction) => origins.push(transaction.origin))
    type('one two')
    expect(words.toString()).toBe('one two')
    expect(origins).toEqual([ORIGIN])
  })

  it('brings others’ words into the field and keeps the caret at its letter', () => {
    const { words, field } = bound('beta')
    field.setSelectionRange(2, 4)
    words.insert(0, 'alpha ')
    expect(field.value).toBe('alpha beta')
    expect([field.selectionStart, field.selectionEnd]).toEqual([8, 10])
  })

  it('neither writes nor replaces anything while an input method is at work', () => {
    const { words, field, binding } = bound('ab')
    field.setSelectionRange(2, 2)
    binding.handleCompositionStart()
    field.value = 'abにほ'
    field.setSelectionRange(4, 4)
    binding.handleInput()
    words.insert(0, '> ')
    expect(words.toString()).toBe('> ab')
    expect(field.value).toBe('abにほ')
    field.value = 'ab日本'
    field.setSelectionRange(4, 4)
    binding.handleCompositionEnd()
    expect(words.toString()).toBe('> ab日本')
    expect(field.value).toBe('> ab日本')
    expect(field.selectionEnd).toBe(6)
  })

  it('keeps what others wrote inside a stretch that an input method replaces', () => {
    const { words, field, binding } = bound('abcd')
    binding.handleCompositionStart()
    words.insert(2, 'XY')
    field.value = 'aQd'
    field.setSelectionRange(2, 2)
    binding.handleCompositionEnd()
    expect(words.toString()).toBe('aQXYd')
    expect(field.value).toBe('aQXYd')
  })

  it('shows the words again that others wrote while an input method was cancelled', () => {
    const { words, field, binding } = bound('abc')
    binding.handleCompositionStart()
    words.delete(0, 1)
    binding.handleCompositionEnd()
    expect(field.value).toBe('bc')
  })

  it('stops listening when it is disposed', () => {
    const { words, field, binding } = bound('abc')
    binding.dispose()
    words.insert(0, 'x')
    expect(field.value).toBe('abc')
  })

  it('field and words are equal after any mixture of typing and others’ changes', () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('type' as const),
        at: fc.nat(30),
        remove: fc.nat(4),
        insert: fc.string({ maxLength: 4 }),
      }),
      fc.record({
        kind: fc.constant('other' as const),
        at: fc.nat(30),
        remove: fc.nat(4),
        insert: fc.string({ maxLength: 4 }),
      }),
      fc.record({ kind: fc.constant('compose' as const), begin: fc.boolean() }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { words, field, binding } = bound('some words')
        let composing = false
        for (const each of steps) {
          if (each.kind === 'compose') {
            if (each.begin && !composing) binding.handleCompositionStart()
            if (!each.begin && composing) binding.handleCompositionEnd()
            composing = each.begin
          } else if (each.kind === 'type') {
            const at = Math.min(each.at, field.value.length)
            field.value = field.value.slice(0, at) + each.insert + field.value.slice(at + each.remove)
            field.setSelectionRange(at + each.insert.length, at + each.insert.length)
            binding.handleInput()
          } else {
            const at = Math.min(each.at, words.length)
            words.delete(at, Math.min(each.remove, words.length - at))
            words.insert(at, each.insert)
          }
        }
        if (composing) binding.handleCompositionEnd()
        expect(field.value).toBe(words.toString())
        expect(field.selectionEnd).toBeLessThanOrEqual(field.value.length)
      }),
    )
  })
})

describe('editsAfter', () => {
  it('leaves an edit alone where nobody else wrote', () => {
    expect(editsAfter({ index: 2, remove: 2, insert: 'x' }, [])).toEqual([
      { index: 2, remove: 2, insert: '' },
      { index: 2, remove: 0, insert: 'x' },
    ])
  })

  it('does not remove what somebody else removed already', () => {
    expect(editsAfter({ index: 0, remove: 3, insert: '' }, [[{ retain: 1 }, { delete: 1 }]])).toEqual([
      { index: 0, remove: 2, insert: '' },
    ])
  })
})
