import { t } from '../../text/index.ts'

/** What a reset takes away and what it leaves. */
export function ResetQuestion() {
  return (
    <>
      <p>{t('run.resetGoes')}</p>
      <p>{t('run.resetStays')}</p>
    </>
  )
}
