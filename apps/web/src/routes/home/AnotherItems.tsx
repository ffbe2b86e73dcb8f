import { afterMenu } from '../../parts/afterMenu.ts'
import { MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withPlan.ts'

/** What can be made from a workshop that one facilitates. */
export function AnotherItems({ onChoose }: { readonly onChoose: (kind: 'plan' | 'follow') => void }) {
  return (
    <>
      <MenuItem onSelect={() => afterMenu(() => onChoose('plan'))}>{t('plan.duplicate')}</MenuItem>
      <MenuItem onSelect={() => afterMenu(() => onChoose('follow'))}>{t('plan.next')}</MenuItem>
    </>
  )
}
