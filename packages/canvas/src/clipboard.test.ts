import { describe, expect, it } from 'vitest'
import { addNotes, packClip } from '@moot/board'
import { isTable, linesOf, unpack } from './clipboard.ts'
import { twoSections } from './testing/boards.ts'

describe('C-12 the clipboard', () => {
  it('gives other programs one line of words a note', () => {
    expect(linesOf([{ text: 'a\n b' }, { text: '  ' }, { text: 'c' }])).toBe('a b\nc')
  })

  it('reads back what it packed, and nothing that is none of ours', () => {
    const writer = twoSections()
    const notes = addNotes(writer, [{ text: 'kept', color: 'rose' }])
    const clip = packClip(writer.board, { workshop: 'w', board: 'b' }, { notes, figures: [] })
    expect(unpack(JSON.stringify(clip))?.notes).toMatchObject([{ text: 'kept', color: 'rose' }])
    for (const odd of ['', 'words', '{}', '[]', 'null', '{"moot":2}', '<script>1</script>'])
      expect(unpack(odd)).toBeNull()
  })

  it('knows cells of several columns from lines, lists and a single row', () => {
    expect(isTable('Listen more\tCaring\nFix things\tDoing\n')).toBe(true)
    for (const words of [
      'one\ntwo\n',
      'a row\tof cells\n',
      '•\tfirst\n•\tsecond\n',
      '1.\tfirst\n2.\tsecond\n',
      '',
    ])
      expect(isTable(words)).toBe(false)
  })
})
