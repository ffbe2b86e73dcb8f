/** A board drawn with tldraw: the front door. Import `@moot/canvas/canvas.css` beside it. See `../SPEC.md`. */
export { BoardCanvas } from './BoardCanvas.tsx'
export type {
  CanvasHandle,
  CanvasLabels,
  CanvasPresence,
  CanvasProps,
  CanvasQuestion,
  CanvasRefusal,
  CanvasState,
  Drag,
  EditEnd,
  Insets,
  NoteDescription,
  NoteEditorProps,
  OtherPerson,
  OwnPresence,
} from './props.ts'
