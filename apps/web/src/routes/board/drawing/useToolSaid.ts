import type { CanvasTool } from '@moot/canvas'
import { useEffect } from 'react'
import { announce } from '../../../parts/announce.ts'
import { t } from '../../../text/index.ts'
import { useDrawing } from './drawingStore.ts'

/** A tool taken in hand, by button or by key, is said, and the bar that shows which one it is opens. */
export function useToolSaid(tool: CanvasTool): void {
  const setOpen = useDrawing((now) => now.setOpen)
  useEffect(() => {
    if (tool === 'select') return
    setOpen(true)
    announce(said(tool))
  }, [tool, setOpen])
}

function said(tool: Exclude<CanvasTool, 'select'>): string {
  switch (tool) {
    case 'text':
    case 'rectangle':
    case 'ellipse':
      return t('drawing.saidPutByKey', { tool: t(`drawing.${tool}`) })
    case 'arrow':
      return t('drawing.saidArrowByKey')
    case 'pen':
    case 'highlighter':
    case 'eraser':
    case 'laser':
      return t('drawing.saidTool', { tool: t(`drawing.${tool}`) })
    default:
      return tool satisfies never
  }
}
