import type { Region } from '@moot/board'
import { Button } from '../../parts/Button.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { CopyLinkItem } from './lateParts.ts'
import styles from './NoteItem.module.css'

/** What can be done with a section besides renaming it. */
export function SectionMenu({ region, name }: { readonly region: Region; readonly name: string }) {
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
      <CopyLinkItem target={{ kind: 'section', id: region.id }} />
    </Menu>
  )
}
