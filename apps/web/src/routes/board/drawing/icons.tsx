/** Pictures of the tools: 24 px, lines of 2 px in the colour of the words beside them. Drawn for this product. */
import type { CanvasTool } from '@moot/canvas'
import type { ReactElement } from 'react'
import styles from './drawing.module.css'

const LINES: Readonly<Record<CanvasTool, ReactElement>> = {
  select: <path d="M6 4l12.5 7.2-5.6 1.5-2.4 5.6z" />,
  pen: (
    <>
      <path d="M4 20l1.2-4.6L15.8 4.8a2 2 0 0 1 2.8 0l.6.6a2 2 0 0 1 0 2.8L8.6 18.8z" />
      <path d="M13.5 7.1l3.4 3.4" />
    </>
  ),
  highlighter: (
    <>
      <path d="M9 15l-2.2-2.2 8.8-8.3 3.9 3.9L11.2 17.2z" />
      <path d="M6.8 12.8l-1.3 4.2 1.5 1.5 4.2-1.3" />
      <path d="M4 21h15" />
    </>
  ),
  eraser: (
    <>
      <path d="M8.5 19.5l-4-4a1.7 1.7 0 0 1 0-2.4l8.6-8.6a1.7 1.7 0 0 1 2.4 0l4 4a1.7 1.7 0 0 1 0 2.4l-8.6 8.6z" />
      <path d="M8.8 8.8l6.4 6.4M8.5 19.5H20" />
    </>
  ),
  text: <path d="M5 7.5V5h14v2.5M12 5v14M9 19h6" />,
  arrow: <path d="M5 19L19 5M9.5 5H19v9.5" />,
  rectangle: <rect x="3.5" y="6" width="17" height="12" rx="1.5" />,
  ellipse: <ellipse cx="12" cy="12" rx="8.5" ry="6.5" />,
  laser: (
    <>
      <circle cx="15.5" cy="8.5" r="2.5" fill="currentColor" />
      <path d="M4 20l8.5-8.5M15.5 2.5v1M21.5 8.5h-1M19.8 4.2l-.7.7" />
    </>
  ),
}

/** A tool's picture; for the eye only, its name stands beside it. */
export function ToolIcon({ tool }: { readonly tool: CanvasTool }) {
  return (
    <svg viewBox="0 0 24 24" className={styles['icon']} aria-hidden="true">
      {LINES[tool]}
    </svg>
  )
}
