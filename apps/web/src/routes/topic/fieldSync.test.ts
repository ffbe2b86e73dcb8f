import { mergeText } from '@moot/workshop'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FieldSync, FieldWrite } from './fieldSync.ts'
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

const begin = (heard: string): FieldSync => beginField(heard, mergeText)
const hear = (field: FieldSync, heard: string): FieldSync => heardField(field, heard, mergeText)
/** Types, and gives it to a server that answers later. */
function give(field: FieldSync, text: string): { readonly field: FieldSync; readonly write: FieldWrite } {
  const typed = typeInField(field, text)
  const write = writeOfField(typed)
  if (write === undefined) throw new Error('There was nothing to write.')
  return { field: sentField(typed, write), write }
}

describe('a text of a report', () => {
  it('is saved once the server has it, and says what it was made from', () => {
    const { field, write } = give(begin('More buses'), 'More buses at night')
    expect(write).toEqual({ before: 'More buses', text: 'More buses at night' })
    expect(isFieldSaved(field)).toBe(false)
    const after = acceptedField(field, 'More buses at night', mergeText)
    expect(isFieldSaved(after)).toBe(true)
    expect(writeOfField(after)).toBeUndefined()
  })

  it('takes in what others wrote meanwhile, beside what is being typed', () => {
    const { field } = give(begin('Buses and trams'), 'Buses at night and trams')
    const typedOn = typeInField(field, 'Buses at night and on Sundays and trams')
    const after = acceptedField(typedOn, 'Buses at night and trams. By Bo', mergeText)
    expect(after.text).toBe('Buses at night and on Sundays and trams. By Bo')
    expect(writeOfField(after)?.before).toBe('Buses at night and trams. By Bo')
  })

  it('lets what is told wait while a write is on its way: the answer says all', () => {
    const { field } = give(begin(''), 'Buses')
    expect(hear(field, 'Trams').text).toBe('Buses')
    expect(acceptedField(hear(field, 'Trams'), 'Buses Trams', mergeText).text).toBe('Buses Trams')
  })

  it('does not go back to what it was told before the answer', () => {
    const { field } = give(begin('old'), 'new words')
    const after = acceptedField(field, 'new words', mergeText)
    expect(hear(after, 'old').text).toBe('new words')
  })

  it('leaves the space at the end alone that somebody typed last', () => {
    const { field } = give(begin(''), 'Buses ')
    const after = acceptedField(field, 'Buses', mergeText)
    expect(after.text).toBe('Buses ')
    expect(writeOfField(after)).toBeUndefined()
  })

  it('keeps what was refused, says why, and tries again with the next letter', () => {
    const { field } = give(begin(''), 'Buses')
    const refused = refusedField(field, 'That is too long.', mergeText)
    expect([refused.text, refused.refused, isFieldSaved(refused)]).toEqual([
      'Buses',
      'That is too long.',
      false,
    ])
    expect(writeOfField(typeInField(refused, 'Bus'))).toEqual({ before: '', text: 'Bus' })
  })

  it('is given again after the line was lost, once the server says that it has not got it', () => {
    const { field } = give(begin('Trams'), 'Trams, buses')
    const back = hear(lostField(field), 'Trams')
    expect(writeOfField(back)).toEqual({ before: 'Trams', text: 'Trams, buses' })
  })

  it('is not given twice where the server had it, whatever others added', () => {
    const { field } = give(begin(''), 'Buses at night')
    const back = hear(typeInField(lostField(field), 'Buses at night, please'), 'Bo: yes. Buses at night')
    expect(back.text).toBe('Bo: yes. Buses at night, please')
    expect(back.base).toBe('Bo: yes. Buses at night')
  })

  it('comes back after a reload with what was typed and not saved', () => {
    const { field } = give(begin('Trams'), 'Trams and buses')
    const kept = keptOfField(typeInField(field, 'Trams and buses and boats'))
    expect(kept).toEqual({ before: 'Trams', sent: 'Trams and buses', text: 'Trams and buses and boats' })
    expect(beginField('Trams', mergeText, kept).text).toBe('Trams and buses and boats')
    const wasSaved = beginField('Trams and buses', mergeText, kept)
    expect([wasSaved.text, wasSaved.base]).toEqual(['Trams and buses and boats', 'Trams and buses'])
    expect(keptOfField(begin('Trams'))).toBeUndefined()
  })

  it('law: two people type words in any order, and both end with all of them', () => {
    const step = fc.record({
      who: fc.constantFrom(0, 1),
      what: fc.constantFrom('type', 'send', 'answer', 'tell', 'drop'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let stored = 'Start.'
        let words = 0
        const typed: string[] = []
        const people = [begin(stored), begin(stored)]
        /** What the server answered and has not arrived yet; `null` where the line dropped the answer. */
        const answers: (string | undefined)[] = [undefined, undefined]
        const at = (who: number): FieldSync => people[who] ?? begin('')
        const set = (who: number, field: FieldSync): void => {
          people[who] = field
        }
        const run = (who: number, what: (typeof steps)[number]['what']): void => {
          const field = at(who)
          if (what === 'type') {
            words += 1
            typed.push(`w${words}.`)
            const text = who === 0 ? `w${words}. ${field.text}` : `${field.text} w${words}.`
            set(who, typeInField(field, text))
          } else if (what === 'send') {
            const write = writeOfField(field)
            if (write === undefined) return
            stored = mergeText(write.before, write.text, stored)
            answers[who] = stored
            set(who, sentField(field, write))
          } else if (what === 'answer') {
            const answer = answers[who]
            if (answer === undefined) return
            answers[who] = undefined
            set(who, acceptedField(field, answer, mergeText))
          } else if (what === 'tell') {
            if (answers[who] === undefined) set(who, heardField(field, stored, mergeText))
          } else if (answers[who] !== undefined) {
            answers[who] = undefined
            set(who, heardField(lostField(field), stored, mergeText))
          }
        }
        for (const { who, what } of steps) run(who, what)
        // Everybody goes on until nothing is left to say.
        for (const what of ['answer', 'send', 'answer', 'tell', 'send', 'answer', 'tell'] as const)
          for (const who of [0, 1]) run(who, what)
        for (const word of typed) expect(stored.split(word)).toHaveLength(2)
        expect([at(0).text, at(1).text]).toEqual([stored, stored])
      }),
    )
  })
})
