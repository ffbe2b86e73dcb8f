import type { CanvasHandle } from '@moot/canvas'
import { Button } from '../../../parts/Button.tsx'
import { t } from '../../../text/index.ts'
import styles from './drawing.module.css'
import { useDrawing } from './drawingStore.ts'

/** Opens and closes the drawing bar; closing it puts the tool down. */
export function DrawButton({ handle }: { readonly handle: CanvasHandle }) {
  const { isOpen, setOpen } = useDrawing()
  return (
    <Button
      look="quiet"
      className={styles['open'] ?? ''}
      aria-expanded={isOpen}
      onClick={() => {
        if (isOpen) handle.setTool('select')
        setOpen(!isOpen)
      }}
    >
      {t('drawing.open')}
    </Button>
  )
}
