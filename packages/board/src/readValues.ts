/** Single values out of a document, whatever it holds: each falls back to a calm default and none throws (B-5). */
import * as Y from 'yjs'
import type { Gone } from './schema.ts'
import { FAR, GONE_HOWS, isWords } from './schema.ts'

/** Fractional index given to entities whose own is missing or absurd. */
export const FIRST_ORDER = 'a0'

/** A JSON object as it is found in a document. */
export type Json = Readonly<Record<string, unknown>>

/** Whether a value is a plain JSON object. */
export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Y.AbstractType)

/** A JSON object, or an empty one. */
export const json = (value: unknown): Json => (isRecord(value) ? value : {})

/** A JSON list, or an empty one. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A whole number of px within `FAR` of the origin. */
export const px = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.round(Math.max(-FAR, Math.min(FAR, value))) : 0

/** A length in whole px, at least 1. */
export const size = (value: unknown): number => Math.max(1, px(value))

/** A time in ms since 1970, or 0. */
export const when = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 && value < 8.64e15 ? Math.floor(value) : 0

/** Words of a `Y.Text` or a plain string, no longer than `max`. */
export const words = (value: unknown, max: number): string => {
  if (isWords(value)) return value.length > max ? value.toString().slice(0, max) : value.toString()
  return typeof value === 'string' ? value.slice(0, max) : ''
}

/** An entity's or a person's id, or `null`. */
export const id = (value: unknown): string | null =>
  typeof value === 'string' && value.length > 0 && value.length <= 64 ? value : null

/** Longest fractional index, in letters. */
const ORDER_MAX = 200

/**
 * A fractional index as the library makes them: a first letter that says how long the whole part is, the whole part,
 * and a fraction that does not end in 0. Anything else counts as missing, since nothing could be put after it.
 */
export const isOrder = (value: unknown): value is string => {
  if (typeof value !== 'string' || value.length > ORDER_MAX || !/^[A-Za-z][0-9A-Za-z]+$/.test(value))
    return false
  const head = value.charCodeAt(0)
  const whole = head >= 97 ? head - 97 + 2 : 90 - head + 2
  if (value.length < whole || value === `A${'0'.repeat(26)}`) return false
  return value.length === whole || !value.endsWith('0')
}

/** A fractional index, or the first one. */
export const order = (value: unknown): string => (isOrder(value) ? value : FIRST_ORDER)

/** One of these words, or the calm default. */
export const oneOf = <T extends string>(values: readonly T[], value: unknown, otherwise: T): T =>
  values.find((each) => each === value) ?? otherwise

/** Reads `gone`; a value that makes no sense counts as absent, so that nothing vanishes by accident. */
export function readGone(value: unknown): Gone | null {
  if (!isRecord(value)) return null
  const how = GONE_HOWS.find((each) => each === value.how)
  return how === undefined ? null : { by: id(value.by) ?? '', at: when(value.at), how }
}
