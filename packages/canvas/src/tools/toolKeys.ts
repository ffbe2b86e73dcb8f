/** Keys of the drawing tools, while the canvas itself has the focus. */
import type { CanvasSession } from '../CanvasSession.ts'
import type { CanvasTool } from '../props.ts'

const LETTERS: Readonly<Record<string, CanvasTool>> = {
  v: 'select',
  p: 'pen',
  h: 'highlighter',
  e: 'eraser',
  t: 'text',
  a: 'arrow',
  r: 'rectangle',
  o: 'ellipse',
  l: 'laser',
}

/** Takes the tool in hand that a letter stands for; `false` where it stands for none. */
export function onToolKey(session: CanvasSession, letter: string): boolean {
  const tool = LETTERS[letter]
  if (tool === undefined || session.readOnly) return false
  session.setTool(tool)
  return true
}

/** Enter with a tool in hand that makes one thing: puts it into view without a pointer; `false` with any other. */
export function putWithEnter(session: CanvasSession): boolean {
  const { tool } = session.state.getState()
  if (tool !== 'text' && tool !== 'arrow' && tool !== 'rectangle' && tool !== 'ellipse') return false
  session.drawing.putInView(tool)
  return true
}
