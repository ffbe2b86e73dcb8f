/** A note as the record that tldraw draws. Records are made here from what the board says and from nothing else. */
import type { IndexKey, RecordProps, TLBaseShape, TLPageId } from '@tldraw/editor'
import { PageRecordType, T } from '@tldraw/editor'
import type { Note, NoteColor } from '@moot/board'
import { NOTE_COLORS } from '@moot/board'
import { WORDS_SHOWN_MAX } from '@moot/picture'

import { noteKey, shapeIdOf } from './items.ts'

export const NOTE_TYPE = 'moot-note'

/** What a note's card shows; all of it comes from the board or from presence. */
export interface NoteShapeProps {
  /** The beginning of the words, no longer than a card could show. */
  words: string
  color: NoteColor
  /** Name of somebody else who is writing in it, or ''. */
  writer: string
  /** Where it comes from, if that is another board, or ''. */
  origin: string
}
export type NoteShape = TLBaseShape<typeof NOTE_TYPE, NoteShapeProps>

/** tldraw checks every record against these before it is kept. */
export const noteShapeProps: RecordProps<NoteShape> = {
  words: T.string,
  color: T.literalEnum(...NOTE_COLORS),
  writer: T.string,
  origin: T.string,
}

/** The one page there is; a fixed id, so that records never depend on who opened the board first. */
export const PAGE_ID: TLPageId = PageRecordType.createId('board')

/** What a note or figure shows beyond the document: a hand that holds it, a name that writes in it. */
export interface Shown {
  readonly dx: number
  readonly dy: number
  /** Stacking while held; `null` for the note's own. */
  readonly z: string | null
  readonly writer: string
}

/** A stacking order that tldraw accepts: an absurd one goes to the bottom. */
export function indexOf(z: string): IndexKey {
  // tldraw brands its keys; this is the check that the brand stands for.
  return (T.indexKey.isValid(z) ? z : 'a0') as IndexKey
}

/** The record of one note; `origin` says where it comes from. */
export function noteRecord(note: Note, shown: Shown, origin = ''): NoteShape {
  return {
    id: shapeIdOf(noteKey(note.id)),
    typeName: 'shape',
    type: NOTE_TYPE,
    parentId: PAGE_ID,
    x: note.x + shown.dx,
    y: note.y + shown.dy,
    rotation: 0,
    index: indexOf(shown.z ?? note.z),
    isLocked: false,
    opacity: 1,
    props: {
      words: note.text.length > WORDS_SHOWN_MAX ? note.text.slice(0, WORDS_SHOWN_MAX) : note.text,
      color: note.color,
      writer: shown.writer,
      origin,
    },
    meta: {},
  }
}

/** Whether two records of one note look alike, so that the second need not be written. */
export function sameRecord(a: NoteShape, b: NoteShape): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.index === b.index &&
    a.parentId === b.parentId &&
    a.rotation === b.rotation &&
    a.props.words === b.props.words &&
    a.props.color === b.props.color &&
    a.props.writer === b.props.writer &&
    a.props.origin === b.props.origin
  )
}
