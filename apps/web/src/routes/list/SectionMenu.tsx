import type { Region } from '@moot/board'
import { Button } from '../../parts/Button.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { CopyLinkItem, SectionTidyItems } from './lateMenus.ts'
import styles from './NoteItem.module.css'

/** What can be done with a section besides renaming it. */
export function SectionMenu({
  region,
  name,
  canSort,
}: {
  readonly region: Region
  readonly name: string
  /** There is something to sort, and this person may. */
  readonly canSort: boolean
}) {
  return (
    <Menu
      trigger={
        <Button
          look="quiet"
          size="small"
          className={styles['more'] ?? ''}
          aria-label={t('boards.sectionMore', { section: name })}
        >
          <span aria-hidden="true">···</span>
        </Button>
      }
    >
      {canSort ? <SectionTidyItems region={region.id} /> : null}
      <CopyLinkItem target={{ kind: 'section', id: region.id }} />
    </Menu>
  )
}
