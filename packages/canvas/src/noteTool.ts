/**
 * What hands do on the canvas: pick, drag, resize, frame, pan, write. A small tool of our own instead of tldraw's: it never
 * changes a record, so letting go, Escape and undo cannot bring back anybody's old words (C-2).
 */
import type {
  TLClickEventInfo,
  TLCursorType,
  TLPointerEventInfo,
  TLStateNodeConstructor,
  TLTickEventInfo,
} from '@tldraw/editor'
import { Box as TldrawBox, StateNode } from '@tldraw/editor'
import type { Box, Point } from '@moot/board'

/** What the tool asks of the canvas. Points are in canvas px. */
export interface Gestures {
  readonly readOnly: () => boolean
  readonly reducedMotion: () => boolean
  /** Whether the pointer that went down last is a finger. */
  readonly isTouch: () => boolean
  /** Key of the note or figure that a point picks. */
  readonly keyAt: (at: Point) => string | null
  /** Key of the empty outline whose words a double click here opens. */
  readonly outlineAround: (at: Point) => string | null
  readonly keysIn: (frame: Box) => string[]
  readonly selected: () => string[]
  readonly select: (keys: readonly string[]) => void
  /** Opens the link under the pointer that went down, if there was one. */
  readonly openLink: () => boolean
  readonly stopEditing: () => void
  readonly edit: (key: string) => void
  readonly addAt: (at: Point) => string | null
  readonly drag: (keys: readonly string[], dx: number, dy: number, at: Point) => void
  readonly drop: () => void
  readonly cancelDrag: () => void
  /** Takes the selected figure by the grip under a point; `null` where there is none. */
  readonly gripAt: (at: Point) => Hold | null
}

/** A figure taken by a grip. `isEven` keeps its proportions, or an arrow's end where it is put. */
export interface Hold {
  readonly cursor: TLCursorType
  readonly move: (at: Point, isEven: boolean) => void
  readonly drop: (at: Point, isEven: boolean) => void
  readonly cancel: () => void
}

const at = ({ x, y }: Point): Point => ({ x, y })

/** What a press on a note or figure hands on. */
interface Pressed {
  readonly key: string
  readonly shift: boolean
}

/** Makes the tool for one canvas. */
export function noteTool(hands: Gestures): TLStateNodeConstructor {
  class Idle extends StateNode {
    static override id = 'idle'

    override onEnter(): void {
      this.editor.setCursor({ type: 'default', rotation: 0 })
    }
    override onPointerMove(): void {
      if (hands.isTouch()) return
      const type = hands.gripAt(at(this.editor.inputs.currentPagePoint))?.cursor ?? 'default'
      if (this.editor.getInstanceState().cursor.type !== type) this.editor.setCursor({ type, rotation: 0 })
    }
    override onPointerDown(info: TLPointerEventInfo): void {
      hands.stopEditing()
      const hold = hands.gripAt(at(this.editor.inputs.currentPagePoint))
      if (hold !== null) {
        this.parent.transition('pointing_grip', hold)
        return
      }
      const key = hands.keyAt(at(this.editor.inputs.currentPagePoint))
      if (key === null) this.parent.transition('pointing_board', { shift: info.shiftKey })
      else this.parent.transition('pointing_item', { key, shift: info.shiftKey } satisfies Pressed)
    }
    override onDoubleClick(info: TLClickEventInfo): void {
      if (info.phase !== 'up' || hands.readOnly()) return
      const point = at(this.editor.inputs.currentPagePoint)
      const key = hands.keyAt(point) ?? hands.outlineAround(point)
      if (key !== null) hands.edit(key)
      // A finger adds with a long press: two quick taps while panning are common.
      else if (!hands.isTouch()) {
        const added = hands.addAt(point)
        if (added !== null) hands.edit(added)
      }
    }
  }

  class PointingItem extends StateNode {
    static override id = 'pointing_item'
    #pressed: Pressed = { key: '', shift: false }
    #wasSelected = false

    override onEnter(pressed: Pressed): void {
      this.#pressed = pressed
      const selected = hands.selected()
      this.#wasSelected = selected.includes(pressed.key)
      if (!this.#wasSelected) hands.select(pressed.shift ? [...selected, pressed.key] : [pressed.key])
    }
    override onPointerMove(): void {
      if (!this.editor.inputs.isDragging) return
      this.parent.transition(hands.readOnly() ? 'panning' : 'dragging')
    }
    override onPointerUp(): void {
      const { key, shift } = this.#pressed
      this.parent.transition('idle')
      if (hands.openLink() || !this.#wasSelected) return
      hands.select(shift ? hands.selected().filter((each) => each !== key) : [key])
    }
    override onCancel(): void {
      this.parent.transition('idle')
    }
    override onInterrupt(): void {
      this.parent.transition('idle')
    }
  }

  class Dragging extends StateNode {
    static override id = 'dragging'
    #keys: string[] = []
    #open = false

    override onEnter(): void {
      this.#keys = hands.selected()
      this.#open = true
      this.editor.setCursor({ type: 'grabbing', rotation: 0 })
      this.#move()
    }
    override onPointerMove(): void {
      this.#move()
    }
    override onTick({ elapsed }: TLTickEventInfo): void {
      this.editor.edgeScrollManager.updateEdgeScrolling(elapsed)
    }
    override onPointerUp(): void {
      this.#open = false
      hands.drop()
      this.parent.transition('idle')
    }
    override onCancel(): void {
      this.parent.transition('idle')
    }
    override onInterrupt(): void {
      this.parent.transition('idle')
    }
    override onExit(): void {
      if (this.#open) hands.cancelDrag()
      this.#open = false
    }
    #move(): void {
      const { originPagePoint: from, currentPagePoint: to, shiftKey } = this.editor.inputs
      let [dx, dy] = [to.x - from.x, to.y - from.y]
      if (shiftKey) {
        if (Math.abs(dx) < Math.abs(dy)) dx = 0
        else dy = 0
      }
      hands.drag(this.#keys, dx, dy, at(to))
    }
  }

  /** A grip is held, and nothing has moved yet: a press by itself changes nothing. */
  class PointingGrip extends StateNode {
    static override id = 'pointing_grip'
    #hold: Hold | null = null

    override onEnter(hold: Hold): void {
      this.#hold = hold
    }
    override onPointerMove(): void {
      if (this.editor.inputs.isDragging && this.#hold !== null)
        this.parent.transition('reshaping', this.#hold)
    }
    override onPointerUp(): void {
      this.parent.transition('idle')
    }
    override onCancel(): void {
      this.parent.transition('idle')
    }
    override onInterrupt(): void {
      this.parent.transition('idle')
    }
  }

  class Reshaping extends StateNode {
    static override id = 'reshaping'
    #hold: Hold | null = null

    override onEnter(hold: Hold): void {
      this.#hold = hold
      this.#move()
    }
    override onPointerMove(): void {
      this.#move()
    }
    override onKeyDown(): void {
      this.#move()
    }
    override onKeyUp(): void {
      this.#move()
    }
    override onTick({ elapsed }: TLTickEventInfo): void {
      this.editor.edgeScrollManager.updateEdgeScrolling(elapsed)
    }
    override onPointerUp(): void {
      const hold = this.#hold
      this.#hold = null
      hold?.drop(at(this.editor.inputs.currentPagePoint), this.#isEven())
      this.parent.transition('idle')
    }
    override onCancel(): void {
      this.parent.transition('idle')
    }
    override onInterrupt(): void {
      this.parent.transition('idle')
    }
    override onExit(): void {
      this.#hold?.cancel()
      this.#hold = null
    }
    #move(): void {
      this.#hold?.move(at(this.editor.inputs.currentPagePoint), this.#isEven())
    }
    /** Shift for outlines; Ctrl for an arrow's end, as where it is drawn. */
    #isEven(): boolean {
      return this.editor.inputs.shiftKey || this.editor.inputs.ctrlKey
    }
  }

  class PointingBoard extends StateNode {
    static override id = 'pointing_board'
    #shift = false

    override onEnter({ shift }: { readonly shift: boolean }): void {
      this.#shift = shift
    }
    override onPointerMove(): void {
      if (!this.editor.inputs.isDragging) return
      if (hands.isTouch() || hands.readOnly()) this.parent.transition('panning')
      else this.parent.transition('brushing', { shift: this.#shift })
    }
    override onPointerUp(): void {
      if (!this.#shift) hands.select([])
      this.parent.transition('idle')
    }
    override onLongPress(): void {
      if (!hands.isTouch() || hands.readOnly()) return
      this.parent.transition('holding', { added: hands.addAt(at(this.editor.inputs.currentPagePoint)) })
    }
    override onCancel(): void {
      this.parent.transition('idle')
    }
    override onInterrupt(): void {
      this.parent.transition('idle')
    }
  }

  /** The note is there; it opens when the finger lifts, because only then may a phone show its keyboard. */
  class Holding extends StateNode {
    static override id = 'holding'
    #added: string | null = null

    override onEnter({ added }: { readonly added: string | null }): void {
      this.#added = added
    }
    override onPointerUp(): void {
      this.parent.transition('idle')
      if (this.#added !== null) hands.edit(this.#added)
    }
    override onCancel(): void {
      this.onPointerUp()
    }
    override onInterrupt(): void {
      this.onPointerUp()
    }
  }

  class Panning extends StateNode {
    static override id = 'panning'

    override onEnter(): void {
      this.editor.stopCameraAnimation()
      this.editor.setCursor({ type: 'grabbing', rotation: 0 })
      this.onPointerMove()
    }
    override onPointerMove(): void {
      const { currentScreenPoint: to, previousScreenPoint: from } = this.editor.inputs
      const { x, y, z } = this.editor.getCamera()
      this.editor.setCamera(
        { x: x + (to.x - from.x) / z, y: y + (to.y - from.y) / z, z },
        { immediate: true },
      )
    }
    override onPointerUp(): void {
      const { pointerVelocity } = this.editor.inputs
      const speed = Math.min(2, pointerVelocity.len())
      if (speed > 0.1 && !hands.reducedMotion())
        this.editor.slideCamera({ speed, direction: pointerVelocity })
      this.parent.transition('idle')
    }
    override onCancel(): void {
      this.parent.transition('idle')
    }
    override onInterrupt(): void {
      this.parent.transition('idle')
    }
  }

  class Brushing extends StateNode {
    static override id = 'brushing'
    #before: string[] = []

    override onEnter({ shift }: { readonly shift: boolean }): void {
      this.#before = shift ? hands.selected() : []
      this.#frame()
    }
    override onPointerMove(): void {
      this.#frame()
    }
    override onTick({ elapsed }: TLTickEventInfo): void {
      this.editor.edgeScrollManager.updateEdgeScrolling(elapsed)
    }
    override onPointerUp(): void {
      this.parent.transition('idle')
    }
    override onCancel(): void {
      hands.select(this.#before)
      this.parent.transition('idle')
    }
    override onInterrupt(): void {
      this.parent.transition('idle')
    }
    override onExit(): void {
      this.editor.updateInstanceState({ brush: null })
    }
    #frame(): void {
      const { originPagePoint, currentPagePoint } = this.editor.inputs
      const brush = TldrawBox.FromPoints([originPagePoint, currentPagePoint])
      this.editor.updateInstanceState({ brush: brush.toJson() })
      hands.select([...new Set([...this.#before, ...hands.keysIn(brush.toJson())])])
    }
  }

  return class NoteTool extends StateNode {
    static override id = 'select'
    static override initial = 'idle'
    static override isLockable = false
    static override children = (): TLStateNodeConstructor[] => [
      Idle,
      PointingItem,
      Dragging,
      PointingGrip,
      Reshaping,
      PointingBoard,
      Holding,
      Panning,
      Brushing,
    ]
  }
}
