/** How a note looks: plain words on a card. Light on purpose: thousands are on the page at once. */
import type { ReactElement } from 'react'
import type { Geometry2d, TLShapeUtilConstructor } from '@tldraw/editor'
import { Rectangle2d } from '@tldraw/editor'
import { DrawnShapeUtil } from './DrawnShapeUtil.ts'
import { linkParts, NOTE_HEIGHT, NOTE_WIDTH } from '@moot/board'
import { fitWords } from '@moot/picture'
import type { NoteShape, NoteShapeProps } from './noteRecord.ts'
import { NOTE_TYPE, noteShapeProps } from './noteRecord.ts'

/** All notes have one size, so one geometry does for all. */
const CARD = new Rectangle2d({ width: NOTE_WIDTH, height: NOTE_HEIGHT, isFilled: true })

/** Words with the web addresses in them as links that open a new tab and tell it nothing. */
function Words({ words }: { readonly words: string }): ReactElement | string {
  const parts = linkParts(words)
  if (parts.every((part) => part.href === null)) return words
  return (
    <>
      {parts.map((part, index) =>
        part.href === null ? (
          part.text
        ) : (
          <a
            key={index}
            className="moot-note-link"
            href={part.href}
            target="_blank"
            rel="noopener noreferrer"
            tabIndex={-1}
            draggable={false}
          >
            {part.text}
          </a>
        ),
      )}
    </>
  )
}

/** The inside of a card; `writing` turns a name into the mark that its owner is writing here. */
function Card({
  words,
  color,
  writer,
  origin,
  writing,
}: NoteShapeProps & { readonly writing: (name: string) => string }): ReactElement {
  const { size, clipped, tight } = fitWords(words)
  return (
    <div className={`moot-note moot-note-${color}`}>
      <div
        dir="auto"
        className={`moot-note-words moot-words-${size}${clipped ? ' moot-words-clipped' : ''}${tight ? ' moot-words-tight' : ''}`}
      >
        <Words words={words} />
      </div>
      {writer === '' ? null : <div className="moot-note-writer">{writing(writer)}</div>}
      {origin === '' ? null : <div className="moot-note-origin">{origin}</div>}
    </div>
  )
}

/** The shape util of notes; `writing` comes from the screen's words. */
export function noteShapeUtil(writing: (name: string) => string): TLShapeUtilConstructor<NoteShape> {
  return class NoteShapeUtil extends DrawnShapeUtil<NoteShape> {
    static override type: typeof NOTE_TYPE = NOTE_TYPE
    static override props = noteShapeProps

    override getDefaultProps(): NoteShape['props'] {
      return { words: '', color: 'lemon', writer: '', origin: '' }
    }
    override getGeometry(): Geometry2d {
      return CARD
    }
    override component(shape: NoteShape): ReactElement {
      return <Card {...shape.props} writing={writing} />
    }
  }
}
