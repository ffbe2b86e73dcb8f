import type { NoteColor } from '@moot/board'
import { NOTE_COLORS } from '@moot/board'
import { Button } from '../../parts/Button.tsx'
import { Menu, MenuChoice, MenuItem } from '../../parts/Menu.tsx'
import { Swatch } from '../../parts/Swatch.tsx'
import { t } from '../../text/index.ts'
import { useNewNotes } from './scene.ts'

/** The six colours as items of a menu. */
export function ColorItems({ onChoose }: { readonly onChoose: (color: NoteColor) => void }) {
  return NOTE_COLORS.map((color) => (
    <MenuItem key={color} swatch={<Swatch color={color} />} onSelect={() => onChoose(color)}>
      {t(`board.${color}`)}
    </MenuItem>
  ))
}

/** The colour that new notes get, with a menu to choose another. `isShort` leaves its name to the menu and to readers. */
export function NewColor({ isShort = false }: { readonly isShort?: boolean }) {
  const { color, setColor } = useNewNotes()
  return (
    <Menu
      align="start"
      trigger={
        <Button aria-label={t('board.colorNow', { color: t(`board.${color}`) })}>
          <Swatch color={color} />
          {isShort ? null : t(`board.${color}`)}
          <span aria-hidden="true">▾</span>
        </Button>
      }
    >
      <MenuChoice
        label={t('board.colorOfNew')}
        value={color}
        options={NOTE_COLORS.map((each) => ({
          value: each,
          label: t(`board.${each}`),
          swatch: <Swatch color={each} />,
        }))}
        onChange={(value) => {
          const chosen = NOTE_COLORS.find((each) => each === value)
          if (chosen) setColor(chosen)
        }}
      />
    </Menu>
  )
}
