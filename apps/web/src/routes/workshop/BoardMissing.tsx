import { Button } from '../../parts/Button.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import styles from './BoardMissing.module.css'

/** For an address with a board that is not in this workshop. */
export function BoardMissing({ to }: { readonly to: string }) {
  return (
    <div className={styles['missing']}>
      <Heading page={t('workshop.boardGoneTitle')}>{t('workshop.boardGoneTitle')}</Heading>
      <p>{t('workshop.boardGoneBody')}</p>
      <div>
        <Button look="primary" size="large" onClick={() => navigate(to)}>
          {t('workshop.boardGoneGo')}
        </Button>
      </div>
    </div>
  )
}
