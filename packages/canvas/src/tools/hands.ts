/** What the drawing tools ask of the canvas, and what all of them do alike. */
import type { Editor, TLPointerEventInfo, TLStateNodeConstructor, TLTickEventInfo } from '@tldraw/editor'
import { StateNode } from '@tldraw/editor'
import type { Point } from '@moot/board'
import type { Drawing } from './Drawing.ts'

/** Where a pointer is on the board, in canvas px, rounded to what a screen can show. */
export function pagePoint(editor: Editor, info: TLPointerEventInfo): Point {
  const { x, y } = editor.screenToPage(info.point)
  return { x, y }
}

/** The pointer that began a gesture; others that come along are not followed. */
export interface Began {
  readonly pointer: number
  readonly at: Point
}

/** Whether an event belongs to the pointer that began; the board moving under it counts as its own. */
export function isOf(began: Began, info: TLPointerEventInfo): boolean {
  return info.pointerId === began.pointer || info.pointerId < 0
}

/** The board moves with a finger: the way of fingers beside a pen. */
function panning(): TLStateNodeConstructor {
  return class Panning extends StateNode {
    static override id = 'panning'

    override onPointerMove(): void {
      const { currentScreenPoint: to, previousScreenPoint: from } = this.editor.inputs
      const { x, y, z } = this.editor.getCamera()
      this.editor.setCamera(
        { x: x + (to.x - from.x) / z, y: y + (to.y - from.y) / z, z },
        { immediate: true },
      )
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
}

/** One gesture of a tool: begun by a press, ended by lifting, or called off. */
export interface Gesture {
  move(at: Point, info: TLPointerEventInfo): void
  /** Lifted; `isDrag` when the pointer went some way. */
  end(at: Point, isDrag: boolean, info: TLPointerEventInfo): void
  cancel(): void
  /** A second finger came, or the tool is changed: by default the gesture is called off. */
  interrupt?(): void
}

/** What one tool does. */
export interface ToolWays {
  readonly id: string
  /** Hands on every step of a quick pointer, not one a frame. */
  readonly isFine?: boolean
  /** The board moves when the pointer is held at its edge. */
  readonly scrolls?: boolean
  readonly begin: (at: Point, info: TLPointerEventInfo, editor: Editor) => Gesture
  /** The pointer moves without being pressed. */
  readonly hover?: (at: Point, editor: Editor) => void
  readonly leave?: () => void
}

/** Makes one tool from what it does; presses, second fingers, pens, Escape and panning are the same for all. */
export function toolOf(drawing: Drawing, ways: ToolWays): TLStateNodeConstructor {
  class Idle extends StateNode {
    static override id = 'idle'

    override onEnter(): void {
      this.editor.setCursor({ type: 'cross', rotation: 0 })
    }
    override onPointerMove(info: TLPointerEventInfo): void {
      ways.hover?.(pagePoint(this.editor, info), this.editor)
    }
    override onPointerDown(info: TLPointerEventInfo): void {
      if (!drawing.press()) return
      if (drawing.isPanning(info.isPen)) this.parent.transition('panning')
      else this.parent.transition('busy', info)
    }
    override onCancel(): void {
      drawing.putDown()
    }
  }

  class Busy extends StateNode {
    static override id = 'busy'
    #began: Began = { pointer: 0, at: { x: 0, y: 0 } }
    #gesture: Gesture | null = null
    #isDrag = false

    override onEnter(info: TLPointerEventInfo): void {
      const at = pagePoint(this.editor, info)
      this.#began = { pointer: info.pointerId, at }
      this.#isDrag = false
      this.#gesture = ways.begin(at, info, this.editor)
    }
    override onPointerMove(info: TLPointerEventInfo): void {
      if (!isOf(this.#began, info)) return
      this.#isDrag ||= this.editor.inputs.isDragging
      this.#gesture?.move(pagePoint(this.editor, info), info)
    }
    override onTick({ elapsed }: TLTickEventInfo): void {
      if (ways.scrolls === true && this.#isDrag) this.editor.edgeScrollManager.updateEdgeScrolling(elapsed)
    }
    override onPointerDown(info: TLPointerEventInfo): void {
      if (!isOf(this.#began, info)) this.#interrupt()
    }
    override onPointerUp(info: TLPointerEventInfo): void {
      if (!isOf(this.#began, info)) return
      const gesture = this.#take()
      this.parent.transition('idle')
      gesture?.end(pagePoint(this.editor, info), this.#isDrag, info)
    }
    override onCancel(): void {
      this.#take()?.cancel()
      this.parent.transition('idle')
    }
    override onInterrupt(): void {
      this.#interrupt()
    }
    override onExit(): void {
      this.#stop(this.#take())
    }

    #interrupt(): void {
      this.#stop(this.#take())
      this.parent.transition('idle')
    }
    #stop(gesture: Gesture | null): void {
      if (gesture?.interrupt === undefined) gesture?.cancel()
      else gesture.interrupt()
    }
    #take(): Gesture | null {
      const gesture = this.#gesture
      this.#gesture = null
      return gesture
    }
  }

  return class Tool extends StateNode {
    static override id = ways.id
    static override initial = 'idle'
    static override isLockable = false
    static override useCoalescedEvents = ways.isFine === true
    static override children = (): TLStateNodeConstructor[] => [Idle, Busy, panning()]

    override onExit(): void {
      ways.leave?.()
    }
  }
}
