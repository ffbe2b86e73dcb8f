import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import { describe, expect, it } from 'vitest'
import { Typeface } from './pictureTypeface.ts'

const file = fileURLToPath(
  import.meta
    .resolve('@expo-google-fonts/atkinson-hyperlegible-next/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf'),
)
const face = new Typeface(readFileSync(file))

/** How dark each px of one letter is, drawn by the library or from our outlines. */
function pixels(inside: string): Uint8Array {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120">${inside}</svg>`
  const font = { fontFiles: [file], loadSystemFonts: false, defaultFontFamily: 'Atkinson Hyperlegible Next' }
  return new Resvg(svg, { font, background: '#fff' }).render().pixels
}

describe('letters from the typeface', () => {
  it.each(Array.from('AgÅçñöß@&8%ŵĳ“…½'))('draws %s as the library does', (char) => {
    expect(face.has(char)).toBe(true)
    const set = pixels(
      `<text x="10" y="80" font-size="72" font-weight="600" font-family="Atkinson Hyperlegible Next">${char.replace('&', '&amp;')}</text>`,
    )
    const ours = pixels(
      `<path transform="translate(10 80) scale(${72 / face.unitsPerEm})" d="${face.line(char) ?? ''}"/>`,
    )
    let difference = 0
    let ink = 0
    for (let at = 0; at < set.length; at += 4) {
      difference += Math.abs((set[at] ?? 0) - (ours[at] ?? 0))
      ink += 255 - (set[at] ?? 0)
    }
    expect(ink).toBeGreaterThan(0)
    expect(difference / ink).toBeLessThan(0.03)
  })

  it('sets letters one after the other, and says where it has none', () => {
    const one = /^M(\d+)/.exec(face.line('n') ?? '')?.[1] ?? ''
    const starts = [...(face.line('nn') ?? '').matchAll(/M(\d+)/g)].map(([, x]) => Number(x))
    expect(starts).toEqual([Number(one), Number(one) + Math.round(565 / 4)])
    expect(face.line(' ')).toBe('')
    expect(face.line('مرحبا')).toBeNull()
    expect(face.line('🎉')).toBeNull()
  })
})
