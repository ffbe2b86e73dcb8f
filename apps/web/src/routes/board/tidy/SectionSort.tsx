import { Button } from '../../../parts/Button.tsx'
import { later } from '../../../parts/later.tsx'
import { Menu } from '../../../parts/Menu.tsx'
import { t } from '../../../text/index.ts'

const SectionSortItems = later(async () => (await import('./TidyItems.tsx')).SectionSortItems, 'withOverlays')

/** Beside a section's heading in the list: *Sort*, with tidying up for the canvas. */
export function SectionSort({ region, name }: { readonly region: string | null; readonly name: string }) {
  return (
    <Menu
      align="start"
      trigger={
        <Button look="quiet" size="small" aria-label={t('tidy.sortNamed', { section: name })}>
          {t('tidy.sort')}
          <span aria-hidden="true">▾</span>
        </Button>
      }
    >
      <SectionSortItems region={region} />
    </Menu>
  )
}
