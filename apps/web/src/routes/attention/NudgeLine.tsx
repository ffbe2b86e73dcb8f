import { Button } from '../../parts/Button.tsx'
import { Menu, MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import type { ListedSpace } from '../workshop/places.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { Line } from './Line.tsx'
import { whoMayTakeNotes } from './whoMayTakeNotes.ts'

/** Names that are buttons of their own; more of them are in a menu. */
const NAMES_SHOWN = 3

/** *Who is holding the pen?*, for those in a space that has written little: one tap names somebody. */
export function NudgeLine({
  space,
  onClose,
}: {
  /** The space that one is in. */
  readonly space: ListedSpace
  readonly onClose: () => void
}) {
  const { view } = useWorkshop()
  const give = useGive()
  const { person, role } = view.me
  if (role === 'observer') return <Line tone="plain" onClose={onClose} words={t('attention.nudge')} />
  const name = (noteTaker: string) => {
    onClose()
    void give({ type: 'space.noteTaker', space: space.id, person: noteTaker })
  }
  const others = whoMayTakeNotes(view, space)
  const shown = others.length === NAMES_SHOWN + 1 ? others : others.slice(0, NAMES_SHOWN)
  const rest = others.slice(shown.length)
  return (
    <Line tone="plain" onClose={onClose} words={t('attention.nudge')}>
      <Button size="small" onClick={() => name(person)}>
        {t('attention.takeNotes')}
      </Button>
      {shown.map((each) => (
        <Button
          key={each.id}
          size="small"
          aria-label={t('attention.takesNotesNamed', { name: each.name })}
          onClick={() => name(each.id)}
        >
          <bdi>{each.name}</bdi>
        </Button>
      ))}
      {rest.length === 0 ? null : (
        <Menu trigger={<Button size="small">{t('attention.somebodyElse')} ▾</Button>}>
          {rest.map((each) => (
            <MenuItem key={each.id} onSelect={() => name(each.id)}>
              <bdi>{each.name}</bdi>
            </MenuItem>
          ))}
        </Menu>
      )}
    </Line>
  )
}
