/** Draws what lies behind the notes. It is part of the page and no shape of tldraw's, so nothing can pick it up. */
import type { CSSProperties, ReactElement } from 'react'
import { memo, useEffect, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { Backdrop, Box, Curve, Region } from '@moot/board'
import { regionHead } from '@moot/board'
import { useCanvas } from './context.ts'
import type { ThemeOutline } from './furniture.ts'
import { pathOf } from './furniture.ts'
import { meets } from './placing.ts'

const placed = ({ x, y, w, h }: Box): CSSProperties => ({
  transform: `translate(${x}px, ${y}px)`,
  width: w,
  height: h,
})

const hueClass = (hue: string): string => (/^h[123]$/.test(hue) ? ` moot-hue-${hue}` : '')

const Section = memo(function Section({
  region,
  aimed,
  crowded,
}: {
  readonly region: Region
  readonly aimed: boolean
  /** A theme reaches into its head: the prompt keeps to one line, which ends before it. */
  readonly crowded: boolean
}) {
  return (
    <div
      className={`moot-section${hueClass(region.hue)}${aimed ? ' is-aimed' : ''}${crowded ? ' is-crowded' : ''}`}
      style={placed(region)}
    >
      <div className="moot-section-head">
        <div className="moot-section-title" dir="auto">
          {region.title}
        </div>
        {region.prompt === '' ? null : (
          <div className="moot-section-prompt" dir="auto">
            {region.prompt}
          </div>
        )}
      </div>
    </div>
  )
})

const CurveLine = memo(function CurveLine({ curve }: { readonly curve: Curve }) {
  return (
    <path
      className={`moot-curve moot-curve-${curve.dash}${hueClass(curve.hue)}`}
      d={pathOf(curve.segments)}
    />
  )
})

const Theme = memo(function Theme({ theme }: { readonly theme: ThemeOutline }) {
  return (
    <div className="moot-theme" style={placed(theme.box)}>
      <div className="moot-theme-title" dir="auto">
        {theme.title}
      </div>
    </div>
  )
})

/** A picture behind everything. It has no words here: the list says what it shows. */
function BackdropPicture({ backdrop }: { readonly backdrop: Backdrop }): ReactElement | null {
  const { pictures } = useCanvas()
  const { upload } = backdrop
  const source = useSyncExternalStore(pictures.subscribe, () => pictures.get(upload, 'full'))
  useEffect(() => pictures.want(upload, 'full'), [pictures, upload])
  if (typeof source !== 'string') return <div className="moot-backdrop" style={placed(backdrop)} />
  return (
    <img
      className="moot-backdrop"
      style={placed(backdrop)}
      src={source}
      alt=""
      draggable={false}
      onError={() => pictures.lost(upload, source)}
    />
  )
}

const headOf = (region: Region): Box => ({ ...region, h: regionHead(region) })

/** Behind the notes: pictures, then frames, then curves, then sections that fade the curves, then words and themes. */
export function Furniture(): ReactElement {
  const { furniture } = useCanvas()
  const view = useStore(furniture, (state) => state.view)
  const aimed = useStore(furniture, (state) => state.aimed)
  return (
    <div className="moot-furniture" aria-hidden="true">
      {view.backdrops.map((backdrop) => (
        <BackdropPicture key={backdrop.id} backdrop={backdrop} />
      ))}
      {view.frames.map((frame) => (
        <div key={frame.id} className="moot-frame" style={placed(frame)} />
      ))}
      {view.curves.length === 0 ? null : (
        <svg className="moot-curves">
          {view.curves.map((curve) => (
            <CurveLine key={curve.id} curve={curve} />
          ))}
        </svg>
      )}
      {view.regions.map((region) => (
        <Section
          key={region.id}
          region={region}
          aimed={region.id === aimed}
          crowded={view.themes.some(({ box }) => meets(box, headOf(region)))}
        />
      ))}
      {view.curves.map((curve) =>
        curve.label === '' ? null : (
          <div
            key={curve.id}
            className={`moot-curve-name${hueClass(curve.hue)}`}
            style={{ transform: `translate(${curve.labelAt[0]}px, ${curve.labelAt[1]}px)` }}
          >
            {curve.label}
          </div>
        ),
      )}
      {view.labels.map((label) => (
        <div
          key={label.id}
          className={`moot-label moot-label-${label.align}`}
          style={{ transform: `translate(${label.x}px, ${label.y}px)` }}
        >
          <span>{label.text}</span>
        </div>
      ))}
      {view.themes.map((theme) => (
        <Theme key={theme.id} theme={theme} />
      ))}
    </div>
  )
}
