import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { OWN_FONTS, systemFonts } from './pictureFonts.ts'

const directory = mkdtempSync(join(tmpdir(), 'moot-fonts-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

describe('fonts for pictures', () => {
  it('come with the product', () => {
    expect(OWN_FONTS.every((file) => existsSync(file))).toBe(true)
  })

  it('are looked for in the system, upright and bold before slanted, fixed and light ones', () => {
    mkdirSync(join(directory, 'a/b'), { recursive: true })
    const files = [
      'a/Some-BoldItalic.ttf',
      'a/b/Some-Bold.TTF',
      'a/Some-Regular.otf',
      'SomeMono-Bold.ttc',
      'read.me',
    ]
    for (const file of files) writeFileSync(join(directory, file), '')
    expect(systemFonts([directory, join(directory, 'nowhere')]).map((file) => basename(file))).toEqual([
      'Some-Bold.TTF',
      'Some-Regular.otf',
      'SomeMono-Bold.ttc',
      'Some-BoldItalic.ttf',
    ])
  })
})
