import { Button } from '../../parts/Button.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { sectionName } from '../board/basicActions.ts'
import { useScene } from '../board/scene.ts'
import { AddItems } from './lateMenus.ts'
import type { ListActions } from './NoteItem.tsx'

/** What else than notes can be put on the board without a hand on the canvas. */
export function AddMore({
  region,
  list,
  isQuiet,
}: {
  readonly region: string | null
  readonly list: ListActions
  /** Below a section; otherwise it stands among the buttons of a phone's composer. */
  readonly isQuiet: boolean
}) {
  const { replica, reading } = useScene()
  const words = t(isQuiet ? 'list.addOther' : 'list.other')
  const section = reading.regions.size === 0 ? undefined : sectionName(replica, region)
  return (
    <Menu
      align="start"
      trigger={
        <Button
          look={isQuiet ? 'quiet' : 'secondary'}
          size={isQuiet ? 'small' : 'normal'}
          aria-label={
            section === undefined ? words : t(isQuiet ? 'list.addOtherTo' : 'list.otherTo', { section })
          }
        >
          {words}
          <span aria-hidden="true">▾</span>
        </Button>
      }
    >
      <AddItems region={region} list={list} />
    </Menu>
  )
}
