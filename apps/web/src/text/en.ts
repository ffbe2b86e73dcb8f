/**
 * Everything Moot says in English, composed from one file per screen. Words as in the glossary: section, facilitator,
 * note, theme, Bin. Plurals end in `_one` and `_other`; values are `{{named}}`.
 *
 * In two halves, because whoever only joins should not wait for the words of the board: these are said outside a
 * workshop, those of `enInside.ts` within.
 */
import { home } from './en/home.ts'
import { join } from './en/join.ts'
import { parts } from './en/parts.ts'
import { refusals } from './en/refusals.ts'
import { service } from './en/service.ts'

/** The half that is there from the start. `as const` in each file lets `t` know every key and what it needs. */
export const en = { home, join, parts, refusals, service } as const
