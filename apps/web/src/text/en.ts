/**
 * Everything Moot says in English, composed from one file per screen. Words as in the glossary: section, facilitator,
 * note, theme, Bin. Plurals end in `_one` and `_other`; values are `{{named}}`.
 */
import { board } from './en/board.ts'
import { home } from './en/home.ts'
import { join } from './en/join.ts'
import { list } from './en/list.ts'
import { parts } from './en/parts.ts'
import { refusals } from './en/refusals.ts'
import { service } from './en/service.ts'
import { share } from './en/share.ts'
import { workshop } from './en/workshop.ts'
import { writeup } from './en/writeup.ts'

/** The English catalogue. `as const` in each file lets `t` know every key and what it needs. */
export const en = { board, home, join, list, parts, refusals, service, share, workshop, writeup } as const
