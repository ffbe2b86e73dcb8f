/** How figures look: strokes, words, arrows, outlines and pictures, each a few light elements. */
import type { ReactElement } from 'react'
import { useEffect, useSyncExternalStore } from 'react'
import type { Computed, Editor, Geometry2d, TLShapeUtilConstructor } from '@tldraw/editor'
import { computed, Rectangle2d, useEditor, useValue } from '@tldraw/editor'
import { DrawnShapeUtil } from './DrawnShapeUtil.ts'
import type { Arrow, DrawSize, Ink, Outline, Picture, Point, TextBox } from '@moot/board'
import { inkWidth, LINE_PX, textLines } from '@moot/board'
import { arrowLabel, arrowShape, inkPath, outlineLabel, outlinePath } from '@moot/picture'
import { FAR_ZOOM } from './Camera.ts'
import { farLine } from './farLine.ts'
import type { FigureShape, FigureShapeProps } from './figureRecord.ts'
import { FIGURE_TYPE, figureShapeProps } from './figureRecord.ts'
import { figureKey, shapeIdOf } from './items.ts'
import type { PictureSources } from './PictureSources.ts'

/** Words and pictures that figures need from the screen. */
export interface FigureView {
  readonly writing: (name: string) => string
  readonly pictureLoading: () => string
  readonly pictureMissing: () => string
  readonly pictures: PictureSources
}

/** Notes and figures up to which strokes are drawn in full from however far. */
const FEW = 150
/** Longest side, in device px, that the small size still fills. */
const SMALL_PX = 512

/** Paths of strokes by the board's own value: they cost more than everything else here. */
const nearPaths = new WeakMap<Ink, string>()
const farPaths = new WeakMap<Ink, string>()

function pathOf(ink: Ink, isNear: boolean): string {
  const paths = isNear ? nearPaths : farPaths
  const known = paths.get(ink)
  if (known !== undefined) return known
  const path = isNear ? inkPath(ink) : farLine(ink.points)
  paths.set(ink, path)
  return path
}

const at = ({ x, y }: Point): string => `${x} ${y}`

/** A stroke: its outline where it can be seen, a bent line from afar and as long as it is out of view. */
function InkLine({
  ink,
  ox,
  oy,
}: {
  readonly ink: Ink
  readonly ox: number
  readonly oy: number
}): ReactElement {
  const editor = useEditor()
  const shapeId = shapeIdOf(figureKey(ink.id))
  const isNear = useValue(
    'stroke is near',
    () => isNearOf(editor).get() && !editor.getCulledShapes().has(shapeId),
    [editor, shapeId],
  )
  return (
    <svg className={`moot-figure moot-draw-${ink.color} moot-${ink.pen}`}>
      <path
        className={isNear ? undefined : 'moot-far-line'}
        d={pathOf(ink, isNear)}
        transform={`translate(${ox} ${oy})`}
        strokeWidth={isNear ? undefined : inkWidth(ink)}
      />
    </svg>
  )
}

/** Whether lines are near enough for their outlines: asked once for all of an editor's strokes. */
const nearness = new WeakMap<Editor, Computed<boolean>>()

function isNearOf(editor: Editor): Computed<boolean> {
  const known = nearness.get(editor)
  if (known !== undefined) return known
  const made = computed(
    'strokes are near',
    () => editor.getZoomLevel() >= FAR_ZOOM || editor.getCurrentPageShapeIds().size < FEW,
  )
  nearness.set(editor, made)
  return made
}

function Words({ box }: { readonly box: TextBox }): ReactElement {
  return (
    <div dir="auto" className={`moot-figure moot-text moot-text-${box.size} moot-draw-${box.color}`}>
      {textLines(box).map((line, index) => (
        <div key={index} className="moot-line">
          {line}
        </div>
      ))}
    </div>
  )
}

/** Words on an arrow or in an outline. */
function Label({
  label,
  isPatched,
}: {
  readonly label: ReturnType<typeof arrowLabel>
  readonly isPatched: boolean
}): ReactElement | null {
  if (label === null) return null
  return (
    <div
      className={`moot-figure-label${isPatched ? ' is-patched' : ''}`}
      style={{ left: label.x - label.w / 2, top: label.top, width: label.w }}
    >
      {label.lines.map((line, index) => (
        <div key={index} className="moot-line">
          {line}
        </div>
      ))}
    </div>
  )
}

const thickness = (size: DrawSize): number => LINE_PX[size]

function ArrowLine({
  arrow,
  start,
  end,
}: {
  readonly arrow: Arrow
  readonly start: Point
  readonly end: Point
}): ReactElement {
  const { shaft, head } = arrowShape({ start, end }, arrow.size)
  return (
    <div className={`moot-figure moot-draw-${arrow.color}`}>
      <svg className="moot-figure moot-arrow">
        <path
          className="moot-stroke"
          strokeWidth={thickness(arrow.size)}
          d={`M${at(shaft[0])}L${at(shaft[1])}`}
        />
        <path d={`M${head.map(at).join('L')}Z`} />
      </svg>
      <Label label={arrowLabel({ start, end }, arrow.text)} isPatched />
    </div>
  )
}

function OutlineBox({ outline }: { readonly outline: Outline }): ReactElement {
  return (
    <div className={`moot-figure moot-draw-${outline.color}`}>
      <svg className="moot-figure">
        <path
          className={`moot-stroke${outline.fill ? ' is-filled' : ''}`}
          strokeWidth={thickness(outline.size)}
          d={outlinePath(outline)}
        />
      </svg>
      <Label label={outlineLabel({ ...outline, x: 0, y: 0 })} isPatched={false} />
    </div>
  )
}

/** A picture: its small copy from afar, its words while there is none to show. */
function PictureBox({
  picture,
  view,
}: {
  readonly picture: Picture
  readonly view: FigureView
}): ReactElement {
  const editor = useEditor()
  const { pictures } = view
  const shapeId = shapeIdOf(figureKey(picture.id))
  const isInView = useValue('picture in view', () => !editor.getCulledShapes().has(shapeId), [
    editor,
    shapeId,
  ])
  const wanted = useValue(
    'picture size',
    () =>
      Math.max(picture.w, picture.h) * editor.getZoomLevel() * devicePixelRatio <= SMALL_PX
        ? 'small'
        : 'full',
    [editor, picture.w, picture.h],
  )
  const source = useSyncExternalStore(pictures.subscribe, () => pictures.get(picture.upload, wanted))
  const other = useSyncExternalStore(pictures.subscribe, () =>
    pictures.get(picture.upload, wanted === 'full' ? 'small' : 'full'),
  )
  useEffect(() => {
    if (isInView) pictures.want(picture.upload, wanted)
  }, [isInView, pictures, picture.upload, wanted])
  // The other size does until the wanted one is there.
  const shown = source ?? other
  if (typeof shown === 'string')
    return (
      <img
        className="moot-figure moot-picture"
        src={shown}
        alt={picture.text}
        draggable={false}
        decoding="async"
        // An address that was let go of meanwhile is asked for anew.
        onError={() => pictures.lost(picture.upload, shown)}
      />
    )
  const words = source === null ? view.pictureMissing() : view.pictureLoading()
  return (
    <div className="moot-figure moot-picture moot-picture-none">
      <span>{picture.text.trim() === '' ? words : picture.text}</span>
    </div>
  )
}

/** One figure as it is drawn. */
export function FigureDrawing({
  figure,
  ox,
  oy,
  start,
  end,
  view,
}: Omit<FigureShapeProps, 'w' | 'h' | 'writer'> & { readonly view: FigureView }): ReactElement {
  switch (figure.kind) {
    case 'ink':
      return <InkLine ink={figure} ox={ox} oy={oy} />
    case 'text':
      return <Words box={figure} />
    case 'arrow':
      return <ArrowLine arrow={figure} start={start ?? { x: ox, y: oy }} end={end ?? { x: ox, y: oy }} />
    case 'shape':
      return <OutlineBox outline={figure} />
    case 'picture':
      return <PictureBox picture={figure} view={view} />
    default:
      return figure satisfies never
  }
}

/** The shape util of figures. */
export function figureShapeUtil(view: FigureView): TLShapeUtilConstructor<FigureShape> {
  return class FigureShapeUtil extends DrawnShapeUtil<FigureShape> {
    static override type: typeof FIGURE_TYPE = FIGURE_TYPE
    static override props = figureShapeProps

    /** Never asked for: every record is made by the projection. */
    override getDefaultProps(): FigureShape['props'] {
      throw new Error('Figures are made from the board alone.')
    }
    override getGeometry({ props }: FigureShape): Geometry2d {
      return new Rectangle2d({ width: Math.max(1, props.w), height: Math.max(1, props.h), isFilled: true })
    }
    override component({ props }: FigureShape): ReactElement {
      const { w: _w, h: _h, writer, ...drawing } = props
      return (
        <>
          <FigureDrawing {...drawing} view={view} />
          {writer === '' ? null : <div className="moot-note-writer">{view.writing(writer)}</div>}
        </>
      )
    }
  }
}
