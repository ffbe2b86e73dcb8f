import type { CanvasHandle, CanvasTool } from '@moot/canvas'
import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { t } from '../../../text/index.ts'
import styles from './drawing.module.css'
import { ToolIcon } from './icons.tsx'
import { StyleButton } from './StyleButton.tsx'

const TOOLS = [
  'select',
  'pen',
  'highlighter',
  'eraser',
  'text',
  'arrow',
  'rectangle',
  'ellipse',
  'laser',
] as const satisfies readonly CanvasTool[]

/** Tools with which nothing can be drawn without a pointer. */
const BY_HAND: ReadonlySet<CanvasTool> = new Set(['pen', 'highlighter', 'eraser', 'laser'])

function aboutTool(tool: CanvasTool): string {
  switch (tool) {
    case 'select':
      return t('drawing.aboutSelect')
    case 'pen':
      return t('drawing.aboutPen')
    case 'highlighter':
      return t('drawing.aboutHighlighter')
    case 'eraser':
      return t('drawing.aboutEraser')
    case 'text':
      return t('drawing.aboutText')
    case 'arrow':
      return t('drawing.aboutArrow')
    case 'rectangle':
      return t('drawing.aboutRectangle')
    case 'ellipse':
      return t('drawing.aboutEllipse')
    case 'laser':
      return t('drawing.aboutLaser')
    default:
      return tool satisfies never
  }
}

/** The drawing tools: one of them is in hand. Arrow keys go from one to the next, Escape goes back to the board. */
export function DrawingBar({
  handle,
  children,
}: {
  readonly handle: CanvasHandle
  /** Further buttons of the bar, such as *Picture*. */
  readonly children?: ReactNode
}) {
  const tool = useStore(handle.state, (state) => state.tool)
  const row = useRef<HTMLDivElement>(null)

  // On a phone the row is longer than the screen: the tool in hand is in view.
  useEffect(() => {
    row.current
      ?.querySelector('[aria-checked="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [tool])

  const take = (next: CanvasTool, byKeyboard: boolean) => {
    handle.setTool(next)
    // Enter puts it there: the keys belong to the board now.
    if (byKeyboard && !BY_HAND.has(next)) handle.focus()
  }
  const handleKeys = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') {
      handle.setTool('select')
      handle.focus()
      event.preventDefault()
      return
    }
    const buttons = [...(row.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    if (at === -1) return
    const next = nextOf(event.key, at, buttons.length)
    if (next === undefined) return
    event.preventDefault()
    buttons[next]?.focus()
  }

  return (
    <div
      ref={row}
      className={styles['bar']}
      role="toolbar"
      tabIndex={-1}
      aria-label={t('drawing.bar')}
      aria-orientation="horizontal"
      onKeyDown={handleKeys}
    >
      <div className={styles['tools']} role="radiogroup" aria-label={t('drawing.tools')}>
        {TOOLS.map((each) => (
          <button
            key={each}
            type="button"
            role="radio"
            aria-checked={each === tool}
            tabIndex={each === tool ? 0 : -1}
            title={aboutTool(each)}
            className={styles['tool']}
            data-tool={each}
            onClick={(event) => take(each, event.detail === 0)}
          >
            <ToolIcon tool={each} />
            <span>{t(`drawing.${each}`)}</span>
          </button>
        ))}
      </div>
      <span className={styles['divider']} />
      {children}
      <StyleButton handle={handle} />
    </div>
  )
}

function nextOf(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowLeft':
    case 'ArrowUp':
      return (at + count - 1) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
