import type { CanvasHandle } from '@moot/canvas'
import { Button } from '../../../parts/Button.tsx'
import { t } from '../../../text/index.ts'
import styles from './drawing.module.css'
import { useDrawing } from './drawingStore.ts'
import { ToolIcon } from './icons.tsx'

/** Opens and closes the drawing bar; closing it puts the tool down. `isShort` leaves the word to screen readers. */
export function DrawButton({
  handle,
  isShort = false,
}: {
  readonly handle: CanvasHandle
  readonly isShort?: boolean
}) {
  const { isOpen, setOpen } = useDrawing()
  return (
    <Button
      look="quiet"
      className={styles['open'] ?? ''}
      aria-expanded={isOpen}
      aria-label={t('drawing.open')}
      onClick={() => {
        if (isOpen) handle.setTool('select')
        setOpen(!isOpen)
      }}
    >
      {isShort ? <ToolIcon tool="pen" /> : t('drawing.open')}
    </Button>
  )
}
