/** Events of every kind there is, made from their schema, so that a new kind is tried without being named here. */
import fc from 'fast-check'
import * as z from 'zod/mini'
import type { WorkshopEvent } from '../event.ts'
import { eventSchema } from '../event.ts'

/** Names that events are about: some that are there in `BUSY`, some that are nowhere, some that every object has. */
const NAMES = (
  'farah theo ama bo olu pat lena b d r1 gone ask s1 s2 s3 sp1 sp2 spare help hall t1 t2 t3 t4 t5 dr1 ask1 no1 lead place q-lead ' +
  '__proto__ constructor toString'
).split(' ')
const text = fc.oneof(fc.constantFrom('', ...NAMES), fc.string({ maxLength: 8 }))

interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
}

function valueOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const cases = schema.anyOf ?? schema.oneOf
  if (cases !== undefined) return fc.oneof(...cases.map(valueOf))
  if (typeof schema.type === 'object')
    return fc.oneof(...schema.type.map((type) => valueOf({ ...schema, type })))
  switch (schema.type) {
    case 'string':
      return text
    case 'number':
      return fc.oneof(fc.integer({ min: -2, max: 9 }), fc.double({ noDefaultInfinity: true, noNaN: true }))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(valueOf(schema.items ?? {}), { maxLength: 4 })
    case 'object': {
      const fields = Object.entries(schema.properties ?? {})
      return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, valueOf(field)])), {
        requiredKeys: [...(schema.required ?? [])],
      })
    }
    default:
      throw new Error(`no values can be made of ${JSON.stringify(schema)}`)
  }
}

/** Any event that could be stored. */
export const anyEvent: fc.Arbitrary<WorkshopEvent> =
  // What is made of a schema is what the schema describes; `valueOf` is tested by parsing it again.
  valueOf(z.toJSONSchema(eventSchema) as JsonSchema) as fc.Arbitrary<WorkshopEvent>
