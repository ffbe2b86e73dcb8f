import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Card, Page } from '../../parts/Page.tsx'
import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { ServiceFoot } from '../join/ServiceFoot.tsx'
import { OperatorKey } from './OperatorKey.tsx'
import styles from './Home.module.css'
import { OnThisDevice } from './OnThisDevice.tsx'
import { openExample, startWorkshop } from './startWorkshop.ts'

/** The start page: a board at one press, a planned workshop, a code, and the way back. */
export function Home() {
  const [operatorKey, setOperatorKey] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string>()

  const go = async (begin: () => ReturnType<typeof startWorkshop>) => {
    if (isBusy) return
    setIsBusy(true)
    setError(undefined)
    const refusal = await begin()
    setIsBusy(false)
    if (refusal) setError(refusalText(refusal))
  }
  const handleStart = () => go(() => startWorkshop(operatorKey === '' ? {} : { operatorKey }))
  const handleExample = () => go(() => openExample(operatorKey))

  return (
    <Page foot={<ServiceFoot />}>
      <div className={styles['top']}>
        <div className={styles['welcome']}>
          <Heading page={t('home.title')} className={styles['headline'] ?? ''}>
            {t('home.headline')}
          </Heading>
          <p className={styles['lead']}>{t('home.lead')}</p>
        </div>
        <Card>
          <OperatorKey value={operatorKey} onChange={setOperatorKey} />
          {error === undefined ? null : <Notice tone="danger">{error}</Notice>}
          <div className={styles['way']}>
            <Button
              look="primary"
              size="large"
              busy={isBusy}
              onClick={handleStart}
              aria-describedby="start-hint"
            >
              {isBusy ? t('home.starting') : t('home.start')}
            </Button>
            <p id="start-hint" className={styles['hint']}>
              {t('home.startHint')}
            </p>
          </div>
          <div className={styles['ways']}>
            <Link to="/plan" className={styles['other']}>
              <span className={styles['otherName']}>{t('home.plan')}</span>
              <span className={styles['hint']}>{t('home.planHint')}</span>
            </Link>
            <button type="button" className={styles['other']} onClick={handleExample}>
              <span className={styles['otherName']}>{t('home.example')}</span>
              <span className={styles['hint']}>{t('home.exampleHint')}</span>
            </button>
            <Link to="/code" className={styles['other']}>
              <span className={styles['otherName']}>{t('home.enterCode')}</span>
              <span className={styles['hint']}>{t('home.enterCodeHint')}</span>
            </Link>
          </div>
        </Card>
      </div>
      <OnThisDevice />
    </Page>
  )
}
