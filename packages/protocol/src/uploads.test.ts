import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureKind } from './uploads.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

test.each([
  ['png', '\x89PNG\r\n\x1a\nanything'],
  ['jpeg', '\xff\xd8\xff\xe0'],
  ['gif', 'GIF89a'],
  ['webp', 'RIFF\0\0\0\0WEBPVP8L'],
  ['heic', '\0\0\0\x18ftypheic'],
  ['pdf', 'x\n%PDF-1.7'],
  ['svg', '<svg>'],
  ['svg', '\xef\xbb\xbf\n <?xml version="1.0"?>\n<!-- words -->\n<SVG xmlns="">'],
  ['svg', '\xff\xfe<\0s\0v\0g\0 \0'],
  ['svg', '\xfe\xff\0<\0s\0v\0g\0>'],
  ['svg', '<a:svg/>'],
  ['other', '<svgless>'],
  ['other', 'svg'],
  ['other', 'RIFF\0\0\0\0WAVEfmt '],
  ['other', '\0\0\0\x18ftypmp42'],
  ['other', ''],
])('[P-26] %s is known by how it begins: %j', (kind, text) => {
  expect(pictureKind(bytes(text))).toBe(kind)
})

test('[P-26] any bytes have a kind', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 6_000 }), (any) => {
      expect(pictureKind(any)).toBeTypeOf('string')
    }),
  )
})
