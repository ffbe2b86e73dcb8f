import type { CanvasHandle } from '@moot/canvas'
import { t } from '../../../text/index.ts'
import '../../../text/withFigures.ts'
import drawing from '../drawing/drawing.module.css'
import { choosePictures } from './tray.ts'

/** *Picture* among the drawing tools: lets somebody choose files and puts them where there is room in view. */
export function PictureButton({ handle }: { readonly handle: CanvasHandle }) {
  return (
    <button
      type="button"
      className={drawing['tool']}
      aria-haspopup="dialog"
      onClick={() => {
        handle.setTool('select')
        choosePictures({ canvas: handle })
      }}
    >
      <svg viewBox="0 0 24 24" className={drawing['icon']} aria-hidden="true">
        <rect x="3.5" y="5" width="17" height="14" rx="2" />
        <circle cx="9" cy="10" r="1.6" />
        <path d="M4 17l4.6-4.2 3.4 3 3.6-4.3 4.9 5" />
      </svg>
      <span>{t('figures.picture')}</span>
    </button>
  )
}
