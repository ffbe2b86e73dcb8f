/** The drawing tools, as tldraw mounts them beside the hand, and what they show. */
import type { TLStateNodeConstructor } from '@tldraw/editor'
import type { CanvasSession } from '../CanvasSession.ts'
import { drawingTools } from './tools.ts'

export { ToolLayer } from './ToolLayer.tsx'

/** Tools of one canvas; the id of each is a `CanvasTool`. */
export function toolsOf(session: CanvasSession): readonly TLStateNodeConstructor[] {
  return drawingTools(session.drawing)
}
