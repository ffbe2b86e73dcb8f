import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { readAuthMessage } from 'y-protocols/auth'
import { readSyncMessage } from 'y-protocols/sync'
import * as Y from 'yjs'
import * as z from 'zod/mini'
import { carryResponse } from './carry.ts'
import { CLOSE } from './closeCodes.ts'
import * as http from './http.ts'
import { applyChange, changeBetween, downMessage, parseDown } from './live.ts'
import { LIVE_MESSAGE_MAX, parseUp, upMessage } from './liveUp.ts'
import {
  assistResult,
  boardResult,
  draftResult,
  expectResult,
  reportTextResult,
  reportVersionResult,
  spaceResult,
  spacesResult,
  stageResult,
  topicResult,
} from './results.ts'
import {
  acknowledgedMessage,
  AWARENESS_MAX,
  awarenessMessage,
  cursorsMessage,
  deniedMessage,
  MESSAGE,
  readAwareness,
  SYNC,
  SYNC_MESSAGE_MAX,
  syncMessage,
} from './sync.ts'
import { uploadResponse } from './uploads.ts'
import { applyDigests } from './watch.ts'
import { viewSchema } from './viewSchema.ts'
import { PROTOCOL_VERSION, SUBPROTOCOL, SUBPROTOCOL_EXTRAS, SUBPROTOCOL_SECRET } from './version.ts'

const protocolMd = readFileSync(`${import.meta.dirname}/../PROTOCOL.md`, 'utf8')

describe('the fingerprint', () => {
  it('[P-1] what goes over the wire changes only with a line in the history', () => {
    const schemas = {
      upMessage,
      downMessage,
      createRequest: http.createRequest,
      createResponse: http.createResponse,
      carryResponse,
      codeRequest: http.codeRequest,
      codeResponse: http.codeResponse,
      doorRequest: http.doorRequest,
      doorResponse: http.doorResponse,
      joinRequest: http.joinRequest,
      joinResponse: http.joinResponse,
      answerSchema: http.answerSchema,
      problemSchema: http.problemSchema,
      aboutResponse: http.aboutResponse,
      linkResult: http.linkResult,
      rejoinResult: http.rejoinResult,
      undoneResult: http.undoneResult,
      boardResult,
      stageResult,
      spaceResult,
      spacesResult,
      assistResult,
      expectResult,
      draftResult,
      topicResult,
      reportTextResult,
      reportVersionResult,
      uploadResponse,
      viewSchema,
    }
    const wire = {
      version: PROTOCOL_VERSION,
      subprotocols: [SUBPROTOCOL, SUBPROTOCOL_EXTRAS, SUBPROTOCOL_SECRET],
      numbers: { MESSAGE, SYNC, CLOSE, SYNC_MESSAGE_MAX, AWARENESS_MAX, LIVE_MESSAGE_MAX },
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)]),
      ),
    }
    const fingerprint = createHash('sha256').update(JSON.stringify(wire)).digest('hex').slice(0, 16)
    expect(
      protocolMd.includes(`\`${fingerprint}\``),
      `What goes over the wire has changed; its fingerprint is now ${fingerprint}. Write a line with it into the history in ` +
        'PROTOCOL.md that says what an older peer sees. If an older peer could not go on (a field taken away or made ' +
        'necessary, a meaning changed), raise PROTOCOL_VERSION too, run this test again, and use the fingerprint it gives then.',
    ).toBe(true)
  })

  it('[P-2] PROTOCOL.md names every close code, message type and limit', () => {
    for (const code of Object.values(CLOSE)) expect(protocolMd).toContain(String(code))
    for (const type of Object.values(MESSAGE)) expect(protocolMd).toMatch(new RegExp(`\\| ${type} \\|`))
    for (const max of [SYNC_MESSAGE_MAX, LIVE_MESSAGE_MAX, AWARENESS_MAX])
      expect(protocolMd).toContain(max.toLocaleString('en'))
    expect(protocolMd).toContain(`version **${PROTOCOL_VERSION}**`)
  })

  it('[P-3] codes from 4400 to 4499 are final for the stock client, those from 4500 are tried again', () => {
    for (const [name, code] of Object.entries(CLOSE)) {
      expect(code >= 4_500, name).toBe(name === 'fault' || name === 'tryLater')
      expect(code).toBeGreaterThanOrEqual(4_400)
      expect(code).toBeLessThan(4_600)
    }
  })
})

describe('/live', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1'), minLength: 1, maxLength: 2 })
  const entry = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.record({ name: fc.string(), at: fc.option(fc.string()) }),
  )
  const anyView = fc.record({
    workshop: fc.dictionary(name, entry, { noNullPrototype: true }),
    people: fc.dictionary(name, entry, { noNullPrototype: true }),
    boards: fc.dictionary(name, entry, { noNullPrototype: true }),
    links: fc.dictionary(name, entry, { noNullPrototype: true }),
  })
  const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value))

  it('[P-10] a change applied to the view before gives the view after', () => {
    fc.assert(
      fc.property(anyView, anyView, (before, after) => {
        const change = changeBetween(before, after)
        expect(change === undefined).toBe(JSON.stringify(sorted(before)) === JSON.stringify(sorted(after)))
        expect(change === undefined ? before : applyChange(before, overTheWire(change))).toEqual(after)
      }),
      { numRuns: 500 },
    )
  })

  it('[P-10] a chain of changes gives the last view', () => {
    fc.assert(
      fc.property(anyView, fc.array(anyView, { maxLength: 6 }), (first, views) => {
        let theirs = first
        let before = first
        for (const after of views) {
          const change = changeBetween(before, after)
          if (change) theirs = applyChange(theirs, overTheWire(change))
          before = after
        }
        expect(theirs).toEqual(before)
      }),
    )
  })

  it('[P-11] parts that did not change keep their identity, and nothing is changed in place', () => {
    const before = { people: { a: { name: 'Ama' } }, boards: { b: { title: 'B' } } }
    const change = changeBetween(before, { people: { a: { name: 'Bo' } }, boards: { b: { title: 'B' } } })
    if (change === undefined) throw new Error('no change')
    const after = applyChange(before, change)
    expect(after.boards).toBe(before.boards)
    expect(before.people.a.name).toBe('Ama')
    expect(after.people.a.name).toBe('Bo')
  })

  it('[P-12] a change reaches no prototype', () => {
    const evil: unknown = JSON.parse(
      '{"set": {"__proto__": {"x": 1}, "people": {"__proto__": {"x": 1}}}, "unset": {"constructor": ["x"]}}',
    )
    const parsed = parseDown(JSON.stringify({ type: 'change', now: 0, change: evil }))
    const after = applyChange(
      { people: {} },
      parsed?.type === 'change' ? parsed.change : { set: {}, unset: {} },
    )
    expect('x' in {}).toBe(false)
    expect('x' in after.people).toBe(false)
    expect('x' in after).toBe(false)
  })

  it('[P-13] text that is no message is none, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseUp(text) === undefined || typeof parseUp(text)?.type === 'string').toBe(true)
        parseDown(text)
      }),
    )
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"type":"hello"}',
      '{"type":"command","id":1,"command":{"type":"nothing"}}',
    ]) {
      expect(parseUp(text)).toBeUndefined()
    }
  })

  it('[P-14] a newer peer’s further fields are no reason to refuse', () => {
    expect(parseUp('{"type":"hello","v":1,"more":true}')).toEqual({ type: 'hello', v: 1 })
  })
})

describe('/sync', () => {
  it('[P-20] sync messages are those of y-protocols', () => {
    const doc = new Y.Doc()
    doc.getMap('notes').set('a', 1)
    const message = syncMessage(SYNC.update, Y.encodeStateAsUpdate(doc))
    const decoder = decoding.createDecoder(message)
    expect(decoding.readVarUint(decoder)).toBe(MESSAGE.sync)
    const copy = new Y.Doc()
    expect(readSyncMessage(decoder, encoding.createEncoder(), copy, null)).toBe(SYNC.update)
    expect(copy.getMap('notes').toJSON()).toEqual({ a: 1 })
  })

  it('[P-21] awareness entries read and written are those of y-protocols, states unparsed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({ client: fc.nat(2 ** 32 - 1), clock: fc.nat(2 ** 31), state: fc.string() }),
          {
            selector: (each) => each.client,
          },
        ),
        (entries) => {
          const decoder = decoding.createDecoder(awarenessMessage(entries))
          expect(decoding.readVarUint(decoder)).toBe(MESSAGE.awareness)
          expect(readAwareness(decoding.readVarUint8Array(decoder))).toEqual(entries)
        },
      ),
    )
    const mine = new Awareness(new Y.Doc())
    mine.setLocalState({ x: 1 })
    const entries = readAwareness(encodeAwarenessUpdate(mine, [mine.clientID]))
    expect(entries).toMatchObject([{ client: mine.clientID, state: '{"x":1}' }])
    const theirs = new Awareness(new Y.Doc())
    const decoder = decoding.createDecoder(awarenessMessage(entries))
    decoding.readVarUint(decoder)
    applyAwarenessUpdate(theirs, decoding.readVarUint8Array(decoder), null)
    expect(theirs.getStates().get(mine.clientID)).toEqual({ x: 1 })
    for (const awareness of [mine, theirs]) awareness.destroy()
  })

  it('[P-22] bytes that are no awareness throw and cost nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          expect(readAwareness(bytes).length).toBeLessThanOrEqual(bytes.length)
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
        }
      }),
    )
    const claimed = encoding.createEncoder()
    encoding.writeVarUint(claimed, 2 ** 40)
    expect(() => readAwareness(encoding.toUint8Array(claimed))).toThrow('end of array')
  })

  it('[P-23] a refusal reads as the stock client reads it', () => {
    const decoder = decoding.createDecoder(deniedMessage('Observers change nothing.'))
    expect(decoding.readVarUint(decoder)).toBe(MESSAGE.auth)
    let said = ''
    readAuthMessage(decoder, new Y.Doc(), (_doc, reason) => {
      said = reason
    })
    expect(said).toBe('Observers change nothing.')
  })

  it('[P-24] our own messages are what PROTOCOL.md says, byte by byte', () => {
    expect([...acknowledgedMessage(300)]).toEqual([100, 172, 2])
    expect([...cursorsMessage(true)]).toEqual([101, 1])
    expect([...cursorsMessage(false)]).toEqual([101, 0])
    expect([...syncMessage(SYNC.step1, Uint8Array.of(0))]).toEqual([0, 0, 1, 0])
  })
})

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => [name, sorted(each)])
}

describe('watching', () => {
  it('[P-15] digests applied one after the other give what the server has', () => {
    const digest = { notes: 1, last: null, themes: [] }
    const first = applyDigests(
      { old: digest },
      { type: 'digests', isWhole: true, set: { a: digest, b: digest }, unset: [] },
    )
    expect(first).toEqual({ a: digest, b: digest })
    const changed = { notes: 2, last: { text: 'New', at: 1 }, themes: [] }
    const next = applyDigests(first, {
      type: 'digests',
      isWhole: false,
      set: { b: changed, c: digest },
      unset: ['a'],
    })
    expect(next).toEqual({ b: changed, c: digest })
    expect(next['b']).toBe(changed)
    expect(first).toEqual({ a: digest, b: digest })
  })
})
