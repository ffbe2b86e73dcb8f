/** The canvas: a board drawn with tldraw's editor, none of tldraw's own screens, shortcuts or storage. */
import type { ReactElement, Ref } from 'react'
import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Atom, Editor, TLEditorComponents, TLUser, TLUserPreferences } from '@tldraw/editor'
import { atom, createTLUser, DefaultBrush, DefaultCanvas, TldrawEditor } from '@tldraw/editor'
import { addNoteAt, aimDrag, drop, startEditingKey, stopEditing } from './actions.ts'
import { CanvasSession } from './CanvasSession.ts'
import type { CanvasSettings } from './CanvasSession.ts'
import { ownClipboard } from './clipboard.ts'
import { CanvasContext, useCanvas } from './context.ts'
import { Furniture } from './Furniture.tsx'
import { cursorOf } from './grips.ts'
import { handleOf } from './handle.ts'
import { noteKey } from './items.ts'
import { onKey } from './keyboard.ts'
import type { Gestures } from './noteTool.ts'
import { noteTool } from './noteTool.ts'
import { Overlays } from './Overlays.tsx'
import { keepPalmsOut } from './palms.ts'
import type { CanvasHandle, CanvasProps } from './props.ts'
import { cancelReshape, dropReshape, gripUnder, reshapeTo } from './reshaping.ts'
import { toolsOf } from './tools/index.ts'

/** Zoom levels between the limits; the first and last are the limits. */
const ZOOM_STEPS = [0.1, 0.15, 0.25, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 4]

const CAMERA = {
  zoomSteps: ZOOM_STEPS,
  wheelBehavior: 'pan' as const,
  isLocked: false,
  panSpeed: 1,
  zoomSpeed: 1,
}

/** Of tldraw's parts only the canvas and the selection frame; the rest is ours or not there. */
const COMPONENTS: TLEditorComponents = {
  Background: null,
  Brush: DefaultBrush,
  Canvas: DefaultCanvas,
  CollaboratorBrush: null,
  CollaboratorCursor: null,
  CollaboratorHint: null,
  CollaboratorScribble: null,
  CollaboratorShapeIndicator: null,
  Cursor: null,
  ErrorFallback: () => <Failed />,
  Grid: null,
  Handle: null,
  Handles: null,
  InFrontOfTheCanvas: null,
  LoadingScreen: null,
  OnTheCanvas: Furniture,
  Overlays,
  Scribble: null,
  SelectionBackground: null,
  SelectionForeground: null,
  ShapeErrorFallback: () => <div className="moot-note moot-note-failed" />,
  ShapeIndicator: null,
  ShapeIndicators: null,
  SnapIndicator: null,
  Spinner: null,
  SvgDefs: null,
  ZoomBrush: null,
}

/** Instead of the canvas where drawing failed: says so and offers to begin again. The board itself is not touched. */
function Failed(): ReactElement {
  const session = useCanvas()
  const { failed, again } = session.settings.labels
  return (
    <div className="moot-failed" role="alert">
      <p>{failed}</p>
      <button type="button" onClick={() => session.restart()}>
        {again}
      </button>
    </div>
  )
}

/** What the tool's hands do, on one session. */
function gesturesOf(session: CanvasSession): Gestures {
  return {
    readOnly: () => session.readOnly,
    reducedMotion: () => session.settings.reducedMotion === true,
    isTouch: () => session.isTouch,
    keyAt: (at) => session.sight.keyAt(at),
    outlineAround: (at) => session.sight.outlineAround(at),
    keysIn: (frame) => session.sight.keysIn(frame),
    selected: () => session.selectedKeys(),
    select: (keys) => session.select(keys),
    openLink: () => {
      const link = session.pressedLink
      session.pressedLink = null
      link?.click()
      return link !== null
    },
    stopEditing: () => stopEditing(session),
    edit: (key) => startEditingKey(session, key),
    addAt: (at) => {
      const id = addNoteAt(session, at)
      return id === null ? null : noteKey(id)
    },
    drag: (keys, dx, dy) => {
      session.drag(keys, dx, dy)
      aimDrag(session, keys, dx, dy)
    },
    drop: () => drop(session),
    cancelDrag: () => session.endDrag(),
    gripAt: (at) => {
      const hold = gripUnder(session, at)
      if (hold === null) return null
      return {
        cursor: cursorOf(hold.grip),
        move: (to, isEven) => reshapeTo(session, hold, to, isEven),
        drop: (to, isEven) => dropReshape(session, hold, to, isEven),
        cancel: () => cancelReshape(session),
      }
    },
  }
}

function preferencesOf({ theme, locale, reducedMotion }: CanvasSettings): TLUserPreferences {
  return {
    id: 'moot',
    locale: locale ?? 'en',
    colorScheme: theme ?? 'system',
    animationSpeed: reducedMotion === true ? 0 : 1,
    isSnapMode: false,
    edgeScrollSpeed: 1,
  }
}

/** tldraw's user: our settings, kept in memory only. */
function userOf(preferences: Atom<TLUserPreferences>): TLUser {
  return createTLUser({ userPreferences: preferences, setUserPreferences: () => undefined })
}

/** A board as a canvas. SPEC.md lists what it promises. */
export function BoardCanvas({ writer, undo, presence, ref, ...settings }: CanvasProps): ReactElement {
  const [session, setSession] = useState<CanvasSession | null>(null)
  const latest = useRef(settings)
  useLayoutEffect(() => {
    latest.current = settings
    if (session === null) return
    const couldWrite = !session.readOnly
    session.configure(settings)
    // What was typed stays, letter by letter it is on the board already; the field goes with the tools.
    if (couldWrite && session.readOnly) stopEditing(session)
  })
  useLayoutEffect(() => {
    const made = new CanvasSession(writer, undo, presence, latest.current)
    setSession(made)
    return () => {
      stopEditing(made)
      made.dispose()
      setSession(null)
    }
  }, [writer, undo, presence])
  return (
    <div className={`moot-canvas${settings.reducedMotion === true ? ' moot-still' : ''}`}>
      {session === null ? null : <Stage session={session} settings={settings} handle={ref} />}
    </div>
  )
}

interface StageProps {
  readonly session: CanvasSession
  readonly settings: CanvasSettings
  readonly handle: Ref<CanvasHandle> | undefined
}

function Stage({ session, settings, handle }: StageProps): ReactElement {
  const [preferences] = useState(() => atom('preferences', preferencesOf(settings)))
  const user = useMemo(() => userOf(preferences), [preferences])
  const tools = useMemo(() => [noteTool(gesturesOf(session)), ...toolsOf(session)], [session])
  const options = useMemo(() => ({ maxShapesPerPage: 20_000, nonce: settings.nonce }), [settings.nonce])
  const said = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [attempt, setAttempt] = useState(0)
  const { theme, locale, reducedMotion, labels } = settings

  useImperativeHandle(handle, () => handleOf(session), [session])
  useEffect(() => {
    preferences.set(preferencesOf({ ...session.settings, theme, locale, reducedMotion }))
  }, [preferences, session, theme, locale, reducedMotion])

  useEffect(() => {
    session.connect({
      announce: (words) => {
        if (said.current !== null) said.current.textContent = words
      },
      restart: () => setAttempt((before) => before + 1),
    })
  }, [session])

  useEffect(() => {
    if (editor === null) return
    const container = editor.getContainer()
    container.tabIndex = 0
    container.setAttribute('aria-label', labels.canvas)
    container.setAttribute('aria-description', labels.help)
  }, [editor, labels.canvas, labels.help])

  useEffect(() => {
    if (editor === null) return
    return listen(session, editor)
  }, [editor, session])

  return (
    <CanvasContext value={session}>
      <TldrawEditor
        key={attempt}
        store={session.store}
        shapeUtils={session.shapeUtils}
        tools={tools}
        initialState="select"
        components={COMPONENTS}
        user={user}
        cameraOptions={CAMERA}
        options={options}
        autoFocus={false}
        onMount={(mounted) => {
          setEditor(mounted)
          return session.attach(mounted)
        }}
      />
      <div ref={said} className="moot-said" role="status" aria-live="polite" />
    </CanvasContext>
  )
}

/** Keys, pointer, clipboard and drops, before tldraw sees them. Returns the way to stop. */
function listen(session: CanvasSession, editor: Editor): () => void {
  const container = editor.getContainer()
  const stop = new AbortController()
  const { signal } = stop
  const inEditor = (event: Event): boolean =>
    event.target instanceof Element && event.target.closest('.moot-editing') !== null

  keepPalmsOut(container, signal)
  container.addEventListener(
    'keydown',
    (event) => {
      if (event.target !== container || event.isComposing) return
      if (onKey(session, event)) {
        event.preventDefault()
        event.stopPropagation()
      } else if (event.ctrlKey || event.metaKey || event.key === 'Tab' || event.key === 'Escape') {
        // The browser's own: zooming the page, leaving the canvas, leaving full screen.
        event.stopPropagation()
      }
    },
    { capture: true, signal },
  )
  container.addEventListener(
    'pointerdown',
    (event) => {
      session.isTouch = event.pointerType === 'touch'
      if (inEditor(event)) return
      session.pressedLink =
        event.button === 0 && event.target instanceof Element
          ? event.target.closest<HTMLAnchorElement>('a.moot-note-link')
          : null
      if (event.target instanceof Element && event.target.closest('.tl-canvas') !== null) session.focus()
    },
    { capture: true, signal },
  )
  container.addEventListener(
    'click',
    (event) => {
      // A link is opened by the tool when nothing was dragged; the browser's own click would open it twice.
      const onLink = event.target instanceof Element && event.target.closest('a.moot-note-link') !== null
      if (onLink && event.isTrusted && event.detail > 0) event.preventDefault()
    },
    { capture: true, signal },
  )
  container.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch') return
      const { x, y } = editor.screenToPage({ x: event.clientX, y: event.clientY })
      session.pointer = { x, y }
      if (!session.isDragging) session.out.set({ cursor: { x: Math.round(x), y: Math.round(y) } })
    },
    { capture: true, passive: true, signal },
  )
  container.addEventListener(
    'pointercancel',
    // The system took the pointer away, as it does with a palm: what it did was never meant.
    () => session.callOff(),
    { signal },
  )
  container.addEventListener(
    'pointerleave',
    () => {
      session.pointer = null
      session.out.set({ cursor: null })
    },
    { signal },
  )
  const onDrop = (event: DragEvent): void => {
    if (inEditor(event)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.type !== 'drop' || session.readOnly) return
    // Of what is dropped only pictures are taken; markup and addresses are not even read.
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) return
    const { x, y } = editor.screenToPage({ x: event.clientX, y: event.clientY })
    session.settings.onFiles?.(files, { x, y })
  }
  container.addEventListener('dragover', onDrop, { capture: true, signal })
  container.addEventListener('drop', onDrop, { capture: true, signal })
  const stopClipboard = ownClipboard(session, container)
  return () => {
    stop.abort()
    stopClipboard()
  }
}
