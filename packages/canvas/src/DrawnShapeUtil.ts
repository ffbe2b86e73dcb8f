/** What notes and figures have in common as shapes of tldraw's: they are drawn, and nothing else is left to tldraw. */
import type { TLBaseShape } from '@tldraw/editor'
import { ShapeUtil } from '@tldraw/editor'

/** A shape that tldraw neither resizes, edits, binds, crops nor rotates: hands are ours (C-2). */
export abstract class DrawnShapeUtil<Shape extends TLBaseShape<string, object>> extends ShapeUtil<Shape> {
  /** The selection is drawn by one path for all, see SelectionRing. */
  override indicator(): null {
    return null
  }
  override canResize(): boolean {
    return false
  }
  override canEdit(): boolean {
    return false
  }
  override canBind(): boolean {
    return false
  }
  override canCrop(): boolean {
    return false
  }
  override hideRotateHandle(): boolean {
    return true
  }
  override hideResizeHandles(): boolean {
    return true
  }
}
