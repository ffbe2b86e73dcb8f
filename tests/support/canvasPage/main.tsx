/** A page with nothing but the canvas, for its tests and its benchmark. The query says what is on it. */
import { useEffect, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import * as Y from 'yjs'
import type { NewFigure, Undo, Writer } from '@moot/board'
import { addFigures, applyEdit, editBetween, makeUndo, wordsOf } from '@moot/board'
import type {
  CanvasHandle,
  CanvasLabels,
  CanvasPresence,
  Counted,
  FigureEditorProps,
  NoteEditorProps,
  OtherPerson,
  OwnPresence,
} from '@moot/canvas'
import { BoardCanvas } from '@moot/canvas'
import '@moot/canvas/canvas.css'
import '../../../apps/web/src/styles/fonts.css'
import '../../../apps/web/src/styles/tokens.css'
import '../../../apps/web/src/styles/drawing.css'
import { makeBoard, writerOn } from './board.ts'
import './page.css'

/** What tests find on `window.bench`. */
export interface Bench {
  readonly doc: Y.Doc
  /** A second replica, linked to the first in memory. */
  readonly otherDoc: Y.Doc
  readonly writer: Writer
  readonly otherWriter: Writer
  readonly undo: Undo
  handle: CanvasHandle | null
  /** Updates this canvas's person has written since the last reset. */
  updates: number
  /** What the canvas has shown of itself, in order. */
  readonly shown: Partial<OwnPresence>[]
  readonly asked: unknown[]
  answer: boolean
  readonly refused: string[]
  /** ms from the page's start until the document was filled. */
  readonly boardMade: number
  /** ms from the page's start to the first frame with notes. */
  firstFrame: number | null
  setOther(id: number, other: OtherPerson | null): void
  /** Adds figures in the canvas's person's name. */
  addFigures(fresh: readonly NewFigure[]): string[]
  /** In effect when it returns. */
  setReadOnly(isReadOnly: boolean): void
}

declare global {
  interface Window {
    bench: Bench
  }
}

const query = new URLSearchParams(location.search)
const doc = makeBoard(query.get('template') ?? 'three-horizons', Number(query.get('notes') ?? 40), {
  strokes: Number(query.get('strokes') ?? 0),
  pictures: Number(query.get('pictures') ?? 0),
  everything: query.get('everything') === '1',
})
const boardMade = performance.now()
const otherDoc = new Y.Doc()
Y.applyUpdate(otherDoc, Y.encodeStateAsUpdate(doc), 'link')
doc.on('update', (update: Uint8Array, origin: unknown) => {
  if (origin === 'link') return
  window.bench.updates += 1
  Y.applyUpdate(otherDoc, update, 'link')
})
otherDoc.on('update', (update: Uint8Array, origin: unknown) => {
  if (origin !== 'link') Y.applyUpdate(doc, update, 'link')
})

const others = new Map<number, OtherPerson>()
const listeners = new Set<() => void>()
const presence: CanvasPresence = {
  others: () => others,
  onChange: (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  set: (part) => void window.bench.shown.push(part),
}

const writer = writerOn(doc, 'ama')
const undo = makeUndo(writer)
window.bench = {
  doc,
  otherDoc,
  writer,
  otherWriter: writerOn(otherDoc, 'sam'),
  undo,
  handle: null,
  updates: 0,
  shown: [],
  asked: [],
  answer: true,
  refused: [],
  boardMade,
  firstFrame: null,
  addFigures: (fresh) => addFigures(writer, fresh),
  setReadOnly: (isReadOnly) => flushSync(() => show(isReadOnly)),
  setOther: (id, other) => {
    if (other === null) others.delete(id)
    else others.set(id, other)
    for (const listener of listeners) listener()
  },
}

function NoteEditor({ noteId, onDone, className }: NoteEditorProps): ReactElement {
  return (
    <Editor
      words={wordsOf(doc, 'notes', noteId)}
      label="Words of the note"
      className={className}
      onDone={onDone}
    />
  )
}

function FigureEditor({ figureId, onDone, className }: FigureEditorProps): ReactElement {
  return (
    <Editor
      words={wordsOf(doc, 'drawings', figureId)}
      label="Words of the drawing"
      className={className}
      onDone={onDone}
    />
  )
}

function Editor({
  words,
  label,
  onDone,
  className,
}: {
  readonly words: Y.Text | undefined
  readonly label: string
  readonly onDone: (end: 'close' | 'new') => void
  readonly className: string
}): ReactElement {
  const [text, setText] = useState(words?.toString() ?? '')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    const read = (): void => setText(words?.toString() ?? '')
    words?.observe(read)
    return () => words?.unobserve(read)
  }, [words])
  return (
    <textarea
      ref={field}
      className={className}
      aria-label={label}
      value={text}
      onChange={(event) => {
        const edit = editBetween(text, event.target.value, event.target.selectionEnd)
        if (edit !== null && words !== undefined) applyEdit(words, edit, writer.origin)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone('close')
        else if (event.key === 'Enter' && !event.shiftKey) onDone('new')
        else return
        event.preventDefault()
      }}
    />
  )
}

const all = ({ notes, figures }: Counted): number => notes + figures

const labels: CanvasLabels = {
  canvas: 'Board',
  help: 'N adds a note. Tab goes from note to note. Enter opens one.',
  note: ({ words, place, total, section, theme }) =>
    [words === '' ? 'Empty note' : words, theme, section, `${place} of ${total}`]
      .filter((part) => part !== null)
      .join(', '),
  figure: ({ kind, form, words, place, total, section }) =>
    [form ?? kind, words, section, `${place} of ${total}`]
      .filter((part) => part !== null && part !== '')
      .join(', '),
  pictureLoading: 'On its way',
  pictureMissing: 'Cannot be shown',
  origin: () => '',
  selected: (count) => `${all(count)} selected`,
  writing: (name) => `${name} is writing`,
  added: (count) => `${all(count)} added`,
  removed: (count) => `${all(count)} removed`,
  erased: (count) => `${count} erased`,
  undone: 'Taken back',
  redone: 'Done again',
  failed: 'The board could not be drawn. Nothing is lost.',
  again: 'Draw it again',
}

const DRAW_STYLE = { color: 'blue', size: 'm', fill: false } as const

/** Uploads of the bench are drawn here: no server is asked. Those called `missing…` cannot be had. */
async function pictureUrl(upload: string, size: 'full' | 'small'): Promise<string | null> {
  if (upload.startsWith('missing')) return null
  const canvas = new OffscreenCanvas(size === 'full' ? 1200 : 300, size === 'full' ? 800 : 200)
  const pen = canvas.getContext('2d')
  if (pen === null) return null
  pen.fillStyle = '#7fa8c9'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#3d6b4f'
  pen.fillRect(0, canvas.height * 0.6, canvas.width, canvas.height)
  return URL.createObjectURL(await canvas.convertToBlob())
}

const flag = (name: string): boolean => query.get(name) === '1'
const insets = { top: 8, right: 8, bottom: flag('bars') ? 96 : 8, left: 8 }
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce

if (flag('dark')) document.documentElement.dataset['appearance'] = 'dark'
else document.documentElement.dataset['appearance'] = 'light'

const root = createRoot(document.getElementById('root') ?? document.body)
/** Shows the canvas, or shows it anew. */
function show(isReadOnly: boolean): void {
  root.render(
    <BoardCanvas
      ref={(handle) => {
        window.bench.handle = handle
      }}
      writer={writer}
      undo={undo}
      presence={presence}
      boardId="here"
      workshopId="bench"
      NoteEditor={NoteEditor}
      FigureEditor={FigureEditor}
      drawStyle={DRAW_STYLE}
      pictureUrl={pictureUrl}
      labels={labels}
      nonce={nonce}
      readOnly={isReadOnly}
      color="mint"
      theme={flag('dark') ? 'dark' : 'light'}
      locale="en"
      reducedMotion={flag('still')}
      letterKeys={!flag('noLetters')}
      insets={insets}
      onAsk={(question) => {
        window.bench.asked.push(question)
        return Promise.resolve(window.bench.answer)
      }}
      onFiles={(files) => void window.bench.refused.push(...files.map(({ name }) => `file ${name}`))}
      onManyLines={(text) => void window.bench.refused.push(`lines ${text.split('\n').length}`)}
      onRefused={(what) => void window.bench.refused.push(what)}
    />,
  )
}
show(flag('readOnly'))

const { board } = writer
const isEmpty = board.notes.size + board.regions.size + board.drawings.size === 0
const first = isEmpty ? '.moot-furniture' : '.moot-note, .moot-section, .moot-figure'
const watch = (): void => {
  if (document.querySelector(first) === null) requestAnimationFrame(watch)
  else requestAnimationFrame(() => requestAnimationFrame(() => (window.bench.firstFrame = performance.now())))
}
watch()
