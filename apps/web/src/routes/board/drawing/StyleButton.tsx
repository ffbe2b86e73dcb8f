import type { DrawColor, DrawSize } from '@moot/board'
import { DRAW_COLORS, DRAW_SIZES } from '@moot/board'
import type { CanvasHandle, DrawStyle } from '@moot/canvas'
import { useId } from 'react'
import { useStore } from 'zustand'
import { Popover } from '../../../parts/Popover.tsx'
import { t } from '../../../text/index.ts'
import '../../../text/withFigures.ts'
import styles from './drawing.module.css'
import { useDrawing, useDrawStyle } from './drawingStore.ts'

/** Colour, thickness and filling of what is drawn next, and of the drawings that are selected. */
export function StyleButton({ handle }: { readonly handle: CanvasHandle }) {
  const tool = useStore(handle.state, (state) => state.tool)
  const { color, size, fill } = useDrawStyle(tool)
  const setStyle = useDrawing((now) => now.setStyle)
  const group = useId()
  const change = (part: Partial<DrawStyle>) => {
    setStyle(tool, part)
    const { selectedFigures } = handle.state.getState()
    if (selectedFigures.length > 0) handle.restyle(part)
  }
  return (
    <Popover
      title={t('drawing.styleTitle')}
      align="center"
      trigger={
        <button
          type="button"
          className={styles['tool']}
          aria-label={t('drawing.styleNow', {
            color: t(`figures.${color}`),
            size: t(`drawing.${size}`),
          })}
        >
          <Dot color={color} size={size} />
          <span>{t('drawing.style')}</span>
        </button>
      }
    >
      <div className={styles['style']}>
        <fieldset className={styles['choices']}>
          <legend>{t('drawing.color')}</legend>
          {DRAW_COLORS.map((each) => (
            <label key={each} className={styles['choice']}>
              <input
                type="radio"
                name={`${group}-color`}
                checked={each === color}
                onChange={() => change({ color: each })}
              />
              <Dot color={each} size="l" />
              {t(`figures.${each}`)}
            </label>
          ))}
        </fieldset>
        <fieldset className={styles['choices']}>
          <legend>{t('drawing.size')}</legend>
          {DRAW_SIZES.map((each) => (
            <label key={each} className={styles['choice']}>
              <input
                type="radio"
                name={`${group}-size`}
                checked={each === size}
                onChange={() => change({ size: each })}
              />
              <Dot color={color} size={each} />
              {t(`drawing.${each}`)}
            </label>
          ))}
        </fieldset>
        {tool === 'highlighter' ? null : (
          <label className={styles['fill']}>
            <input type="checkbox" checked={fill} onChange={() => change({ fill: !fill })} />
            {t('drawing.fill')}
          </label>
        )}
      </div>
    </Popover>
  )
}

/** A dot of a colour, as large as the line is thick; for the eye only. */
function Dot({ color, size }: { readonly color: DrawColor; readonly size: DrawSize }) {
  return (
    <span aria-hidden="true" className={styles['dotRoom']}>
      <span className={styles['dot']} data-color={color} data-size={size} />
    </span>
  )
}
