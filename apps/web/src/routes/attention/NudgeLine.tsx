import { Button } from '../../parts/Button.tsx'
import { Menu, MenuItem } from '../../parts/Menu.tsx'
import { apart } from '../../text/apart.ts'
import { t } from '../../text/index.ts'
import { toast } from '../boards/toast.tsx'
import type { Listed } from '../workshop/peopleHere.ts'
import type { ListedSpace } from '../workshop/places.ts'
import { spaceLabelRead } from '../workshop/places.ts'
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
  // One may read it on the page of another topic.
  const aside = spaceLabelRead(view, space)
  if (role === 'observer')
    return <Line tone="plain" onClose={onClose} words={t('attention.nudge')} aside={aside} />
  const name = async (noteTaker: string, words: string): Promise<void> => {
    onClose()
    if (await give({ type: 'space.noteTaker', space: space.id, person: noteTaker })) toast({ words })
  }
  const nameOther = (other: Listed) =>
    void name(other.id, t('attention.takesNotesHere', { name: apart(other.name) }))
  const others = whoMayTakeNotes(view, space)
  const shown = others.length === NAMES_SHOWN + 1 ? others : others.slice(0, NAMES_SHOWN)
  const rest = others.slice(shown.length)
  return (
    <Line tone="plain" onClose={onClose} words={t('attention.nudge')} aside={aside}>
      <Button size="small" onClick={() => void name(person, t('attention.youTakeNotes'))}>
        {t('attention.takeNotes')}
      </Button>
      {shown.map((each) => (
        <Button
          key={each.id}
          size="small"
          aria-label={t('attention.takesNotesNamed', { name: each.name })}
          onClick={() => nameOther(each)}
        >
          <bdi>{each.name}</bdi>
        </Button>
      ))}
      {rest.length === 0 ? null : (
        <Menu trigger={<Button size="small">{t('attention.somebodyElse')} ▾</Button>}>
          {rest.map((each) => (
            <MenuItem key={each.id} onSelect={() => nameOther(each)}>
              <bdi>{each.name}</bdi>
            </MenuItem>
          ))}
        </Menu>
      )}
    </Line>
  )
}
