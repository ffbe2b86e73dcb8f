import type { Outline } from '@moot/board'
import { DRAW_COLORS, DRAW_SIZES } from '@moot/board'
import { MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withFigures.ts'
import styles from './DrawItems.module.css'
import { useActions } from './noteActions.ts'

/** The six drawing colours as items of a menu. */
export function DrawColorItems({ ids }: { readonly ids: readonly string[] }) {
  const actions = useActions()
  return DRAW_COLORS.map((color) => (
    <MenuItem
      key={color}
      swatch={<span aria-hidden="true" className={styles['swatch']} data-color={color} />}
      onSelect={() => actions.restyle(ids, { color })}
    >
      {t(`figures.${color}`)}
    </MenuItem>
  ))
}

/** The three sizes as items of a menu. */
export function DrawSizeItems({ ids }: { readonly ids: readonly string[] }) {
  const actions = useActions()
  return DRAW_SIZES.map((size) => (
    <MenuItem key={size} onSelect={() => actions.restyle(ids, { size })}>
      {t(`figures.${size}`)}
    </MenuItem>
  ))
}

/** Fills rectangles and ellipses, or empties them where all are filled. */
export function FillItem({ shapes }: { readonly shapes: readonly Pick<Outline, 'id' | 'fill'>[] }) {
  const actions = useActions()
  const isFilled = shapes.every(({ fill }) => fill)
  return (
    <MenuItem
      onSelect={() =>
        actions.restyle(
          shapes.map(({ id }) => id),
          { fill: !isFilled },
        )
      }
    >
      {t(isFilled ? 'figures.unfill' : 'figures.fill')}
    </MenuItem>
  )
}
