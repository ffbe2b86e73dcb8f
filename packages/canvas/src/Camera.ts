/** Where the board is looked at from: what is in view, and moving there. */
import type { Editor } from '@tldraw/editor'
import { react } from '@tldraw/editor'
import type { Box } from '@moot/board'
import type { Insets } from './props.ts'

/** px round the board when it is shown whole, and at most this part of the screen's width. */
const FIT_MARGIN = 32
const FIT_MARGIN_PART = 0.03
/** How long the camera moves, in ms, unless motion is reduced. */
const CAMERA_MS = 180
/** Below this zoom notes are flat cards; below the next one prompts are not shown. */
export const FAR_ZOOM = 0.3
const MID_ZOOM = 0.4
/** From this zoom on the words of a note can be read. */
export const READING_ZOOM = 0.6
/** Layers of the compositor's are painted at life size: more device px than this in view would take too much memory. */
const STEADY_PX_MAX = 24_000_000
/** How long the zoom must have stood still, in ms. */
const STEADY_AFTER_MS = 250

/** How near and far the camera can be led. */
const LED_ZOOM = { min: 0.1, max: 4 }

/** Screens up to this width, in px, are phones. */
const PHONE_PX = 640

const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

/** What of the canvas's settings concerns the camera. */
export interface CameraSettings {
  readonly insets?: Insets | undefined
  readonly reducedMotion?: boolean | undefined
}

/** The camera of one canvas. */
export class Camera {
  readonly #editor: () => Editor | null
  readonly #settings: () => CameraSettings
  readonly #onView = new Set<(isLed: boolean) => void>()
  /** Whether the camera goes or stands where it was led, and nothing else has moved it since. */
  #isLed = false
  #isSettingOut = false

  constructor(editor: () => Editor | null, settings: () => CameraSettings) {
    this.#editor = editor
    this.#settings = settings
  }

  /** The part of the board on the screen that no bar covers, in canvas px. */
  view(): Box {
    const editor = this.#editor()
    if (editor === null) return { x: 0, y: 0, w: 1000, h: 600 }
    const { x, y, z } = editor.getCamera()
    const { w, h } = editor.getViewportScreenBounds()
    const { top, right, bottom, left } = this.#insets()
    return {
      x: left / z - x,
      y: top / z - y,
      w: Math.max(1, (w - left - right) / z),
      h: Math.max(1, (h - top - bottom) / z),
    }
  }

  /**
   * Moves the camera so that just this part of the board is in view, as near as it gets, for somebody who follows
   * another. Unlike every other move it is not the person's own.
   */
  lead(box: Box): void {
    const editor = this.#editor()
    if (editor === null) return
    const { w, h } = editor.getViewportScreenBounds()
    const { top, right, bottom, left } = this.#insets()
    const [freeW, freeH] = [Math.max(50, w - left - right), Math.max(50, h - top - bottom)]
    const wanted = Math.min(freeW / Math.max(1, box.w), freeH / Math.max(1, box.h))
    const z = Math.min(LED_ZOOM.max, Math.max(LED_ZOOM.min, wanted))
    const x = (left + (freeW - box.w * z) / 2) / z - box.x
    const y = (top + (freeH - box.h * z) / 2) / z - box.y
    this.#isLed = true
    this.#isSettingOut = true
    editor.setCamera({ x, y, z }, this.#motion(true))
    this.#isSettingOut = false
  }

  /** Calls back whenever the part in view has changed; `isLed`: by `lead` and not by the person. */
  onView(listener: (isLed: boolean) => void): () => void {
    this.#onView.add(listener)
    return () => this.#onView.delete(listener)
  }

  /** Follows the camera of an editor, for `onView`. Returns the way to stop. */
  watchView(editor: Editor): () => void {
    // Whatever else moves the camera, a hand or a button, first stops what it is doing, which may take a slow computer long.
    const stopped = (): void => {
      if (!this.#isSettingOut) this.#isLed = false
    }
    editor.on('stop-camera-animation', stopped)
    let last = ''
    const stop = react('canvas view', () => {
      const { x, y, z } = editor.getCamera()
      editor.getViewportScreenBounds()
      const now = `${x} ${y} ${z}`
      // The canvas became larger or smaller: that is nobody's hand.
      const isResized = now === last
      const isFirst = last === ''
      last = now
      if (isFirst) return
      const { isPanning, isPinching } = editor.inputs
      const isInHand = isPanning || isPinching || editor.getPath().endsWith('.panning')
      if (isInHand) this.#isLed = false
      const isLed = isResized || this.#isLed
      for (const listener of this.#onView) listener(isLed)
    })
    return () => {
      editor.off('stop-camera-animation', stopped)
      stop()
    }
  }

  /** Moves the camera so that a box fills the free part of the screen. */
  show(box: Box | null, gently = true): void {
    const editor = this.#editor()
    if (editor === null) return
    const { w, h } = editor.getViewportScreenBounds()
    const { top, right, bottom, left } = this.#insets()
    const [freeW, freeH] = [Math.max(50, w - left - right), Math.max(50, h - top - bottom)]
    const target = box ?? { x: -freeW / 2, y: -freeH / 2, w: freeW, h: freeH }
    const margin = Math.min(FIT_MARGIN, w * FIT_MARGIN_PART)
    const wanted = Math.min(
      (freeW - 2 * margin) / Math.max(1, target.w),
      (freeH - 2 * margin) / Math.max(1, target.h),
      1,
    )
    const z = Math.max(0.1, wanted)
    const x = (left + (freeW - target.w * z) / 2) / z - target.x
    const y = (top + (freeH - target.h * z) / 2) / z - target.y
    editor.setCamera({ x, y, z }, this.#motion(gently))
  }

  /** Whether words could not be read with the camera where it is. */
  get isFar(): boolean {
    const editor = this.#editor()
    return editor !== null && editor.getZoomLevel() < MID_ZOOM
  }

  /** The same, on a screen as narrow as a phone's. */
  get isFarOnPhone(): boolean {
    const editor = this.#editor()
    return this.isFar && editor !== null && editor.getViewportScreenBounds().w <= PHONE_PX
  }

  /** Moves the camera just enough that a box is in view. */
  reveal(box: Box): void {
    const editor = this.#editor()
    if (editor === null) return
    const view = this.view()
    const pad = 16 / editor.getZoomLevel()
    const shift = (from: number, size: number, at: number, room: number): number => {
      if (size + 2 * pad >= room || from - pad < at) return at - (from - pad)
      return Math.min(0, at + room - (from + size + pad))
    }
    const dx = shift(box.x, box.w, view.x, view.w)
    const dy = shift(box.y, box.h, view.y, view.h)
    if (dx === 0 && dy === 0) return
    const { x, y, z } = editor.getCamera()
    editor.setCamera({ x: x + dx, y: y + dy, z }, this.#motion(true))
  }

  /** Brings a box into view so near that its words can be read; never goes farther away. */
  approach(box: Box): void {
    const editor = this.#editor()
    if (editor === null) return
    const { z } = editor.getCamera()
    const { w, h } = this.view()
    // What is large is shown whole rather than near.
    const whole = z * Math.min(w / Math.max(1, box.w), h / Math.max(1, box.h)) * 0.9
    const near = Math.min(READING_ZOOM, whole)
    if (near <= z) return this.reveal(box)
    const { top, left } = this.#insets()
    // The middle of the free part of the screen, in px of the screen.
    const [midX, midY] = [left + (w * z) / 2, top + (h * z) / 2]
    const to = { x: midX / near - box.x - box.w / 2, y: midY / near - box.y - box.h / 2, z: near }
    editor.setCamera(to, this.#motion(true))
  }

  zoom(way: 'in' | 'out' | 'reset'): void {
    const editor = this.#editor()
    if (editor === null) return
    const motion = this.#motion(true)
    if (way === 'in') editor.zoomIn(undefined, motion)
    else if (way === 'out') editor.zoomOut(undefined, motion)
    else editor.resetZoom(undefined, motion)
  }

  /** Tells the style sheet how far away the board is, by classes on the container. Returns the way to stop. */
  watchDistance(editor: Editor): () => void {
    const { classList } = editor.getContainer()
    let lastZoom = 0
    let steadying: ReturnType<typeof setTimeout> | undefined
    const stop = react('canvas distance', () => {
      const zoom = editor.getZoomLevel()
      if (zoom === lastZoom) return
      lastZoom = zoom
      classList.toggle('moot-far', zoom < FAR_ZOOM)
      classList.toggle('moot-mid', zoom < MID_ZOOM)
      classList.remove('moot-steady')
      clearTimeout(steadying)
      const { w, h } = editor.getViewportScreenBounds()
      const painted = (w * h * devicePixelRatio ** 2) / Math.min(1, zoom) ** 2
      if (painted > STEADY_PX_MAX) return
      steadying = setTimeout(() => classList.add('moot-steady'), STEADY_AFTER_MS)
    })
    return () => {
      stop()
      clearTimeout(steadying)
    }
  }

  #insets(): Insets {
    return this.#settings().insets ?? NO_INSETS
  }

  #motion(gently: boolean): { animation?: { duration: number }; immediate?: boolean } {
    return gently && this.#settings().reducedMotion !== true
      ? { animation: { duration: CAMERA_MS } }
      : { immediate: true }
  }
}
