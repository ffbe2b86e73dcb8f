import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { enInside } from './enInside.ts'
import { t, tIfKnown } from './index.ts'
import './inside.ts'
import { refusalText } from './refusalText.ts'
import './withBoardLater.ts'
import './withNow.ts'

/** Sources of the screens that are shown before a workshop is open. */
const outside: Record<string, string> = import.meta.glob(
  [
    '../main.tsx',
    '../routes.tsx',
    '../routes/{home,plan,code,join,check,about}/**/*.{ts,tsx}',
    '../parts/*.tsx',
  ],
  { query: '?raw', import: 'default', eager: true },
)

/** Every source of the client. */
const sources: Record<string, string> = import.meta.glob(['../**/*.{ts,tsx}', '!./**', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** `screen.key` of everything in the catalogue, without plural endings. */
const keys = Object.entries({ ...en, ...enInside }).flatMap(([screen, words]) =>
  Object.keys(words).map((key) => `${screen}.${key.replace(/_(zero|one|other)$/, '')}`),
)

describe('the catalogue', () => {
  it('holds nothing that is never said', () => {
    // Keys as they stand in the sources; `${…}` in one stands for any word.
    const said = Object.values(sources)
      .flatMap((source) => [...source.matchAll(/['`]([a-zA-Z]+\.(?:\w|\$\{[^}]*\})+)['`]/g)])
      .map(([, key = '']) => new RegExp(`^${key.replaceAll(/\$\{[^}]*\}/g, '\\w+').replace('.', '\\.')}$`))
    const unsaid = keys.filter(
      (key) => !key.startsWith('refusals.') && !said.some((pattern) => pattern.test(key)),
    )
    expect(said.length).toBeGreaterThan(100)
    expect([...new Set(unsaid)]).toEqual([])
  })

  it('fills in values and counts', () => {
    expect(t('join.retention', { count: 1 })).toBe('Workshops are erased 1 day after they were last used.')
    expect(t('join.retention', { count: 30 })).toBe('Workshops are erased 30 days after they were last used.')
    expect(t('now.people', { count: 0 })).toBe('nobody yet')
    expect(t('now.people', { count: 1 })).toBe('1 person')
    expect(t('now.people', { count: 21 })).toBe('21 people')
  })

  it('shows what people wrote as they wrote it', () => {
    expect(t('join.operator', { name: '<b>& $& {{name}}' })).toBe('Run by <b>& $& {{name}}')
  })

  it('wants every value that a sentence names', () => {
    // @ts-expect-error Without `count` nobody knows which sentence to say.
    expect(t('now.people')).toBe('now.people')
    // @ts-expect-error A name would be missing on the screen.
    expect(t('join.operator', {})).toBe('Run by ')
    // @ts-expect-error Nobody wrote these words.
    expect(t('join.unheard')).toBe('join.unheard')
  })

  it('adds later words to a screen without losing the first ones', () => {
    expect(t('board.empty')).toBe('Nothing here yet')
    expect(t('board.bin')).toBe('Bin')
  })

  it('has the words of both halves, under different names', () => {
    expect(t('workshop.saved')).toBe('Saved')
    expect(Object.keys(en).filter((screen) => screen in enInside)).toEqual([])
  })

  it('never needs the words of the board before a workshop is open', () => {
    // Parts that are only used inside a workshop may speak its words.
    const insideOnly = ['RenameInPlace', 'WordsEditor', 'NoteEditor', 'Swatch', 'Submenu']
    // Planning and trying a workshop bring their own words, wherever it is done.
    const screens = Object.keys(enInside)
      .filter((screen) => screen !== 'plan' && screen !== 'trial')
      .join('|')
    const wrong = Object.entries(outside)
      .filter(([file]) => !insideOnly.some((name) => file.includes(`/${name}.`)))
      .flatMap(([file, source]) =>
        [...source.matchAll(new RegExp(`\\bt\\(\\s*'(?:${screens})\\.\\w+`, 'g'))].map(
          ([use]) => `${file}: ${use}`,
        ),
      )
    expect(Object.keys(outside).length).toBeGreaterThan(10)
    expect(wrong).toEqual([])
  })

  it('answers a refusal by its code, and an unknown one in the server’s words', () => {
    expect(refusalText({ code: 'full', message: 'x' })).toBe(en.refusals.full)
    // What the server says of these depends on what was asked: how long it may be, who may do it.
    for (const code of ['too_long', 'not_allowed'])
      expect(refusalText({ code, message: 'The server says so.' })).toBe('The server says so.')
    expect(refusalText({ code: 'never_heard', message: 'The server says so.' })).toBe('The server says so.')
    expect(tIfKnown('refusals')).toBeUndefined()
  })
})
