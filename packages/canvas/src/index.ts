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
  CanvasTool,
  Counted,
  Drag,
  DrawStyle,
  EditEnd,
  FigureDescription,
  FigureEditorProps,
  Insets,
  Item,
  NoteDescription,
  NoteEditorProps,
  OtherPerson,
  OwnPresence,
} from './props.ts'
