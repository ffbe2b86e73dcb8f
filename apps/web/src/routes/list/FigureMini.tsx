import type { Figure, Ink } from '@moot/board'
import { figureBox } from '@moot/board'
import styles from './Figure.module.css'
import { inkPath } from './figurePath.ts'

const NOTHING = { notes: new Map(), drawings: new Map() }

/** A small picture of strokes, for the eye: the words beside it say the rest. */
export function InkMini({ inks }: { readonly inks: readonly Ink[] }) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ink of inks) {
    const box = figureBox(NOTHING, ink)
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, box.x + box.w)
    bottom = Math.max(bottom, box.y + box.h)
  }
  const w = Math.max(24, right - left)
  const h = Math.max(24, bottom - top)
  const box = `${(left + right - w) / 2} ${(top + bottom - h) / 2} ${w} ${h}`
  return (
    <svg className={styles['mini']} viewBox={box} aria-hidden="true" focusable="false">
      {inks.map((ink) => (
        <path
          key={ink.id}
          d={inkPath(ink)}
          className={styles['stroke']}
          data-color={ink.color}
          data-pen={ink.pen}
        />
      ))}
    </svg>
  )
}

/** A sign for what kind of figure it is, in its colour. */
export function FigureSign({ figure }: { readonly figure: Figure }) {
  if (figure.kind === 'ink') return <InkMini inks={[figure]} />
  return (
    <svg
      className={styles['mini']}
      viewBox="0 0 48 36"
      aria-hidden="true"
      focusable="false"
      data-color={figure.color}
    >
      {signOf(figure)}
    </svg>
  )
}

function signOf(figure: Exclude<Figure, Ink>) {
  switch (figure.kind) {
    case 'text':
      return <path className={styles['sign']} d="M14 9h20M24 9v19M19 28h10" />
    case 'arrow':
      return <path className={styles['sign']} d="M8 28L38 9M27 8l11 1l-5 10" />
    case 'shape':
      return figure.form === 'rectangle' ? (
        <rect
          className={styles['sign']}
          data-fill={figure.fill || undefined}
          x="8"
          y="7"
          width="32"
          height="22"
          rx="1"
        />
      ) : (
        <ellipse
          className={styles['sign']}
          data-fill={figure.fill || undefined}
          cx="24"
          cy="18"
          rx="17"
          ry="12"
        />
      )
    case 'picture':
      return <path className={styles['sign']} d="M8 6h32v24h-32zM8 26l10-9l8 7l6-5l8 7" />
    default:
      return figure satisfies never
  }
}
