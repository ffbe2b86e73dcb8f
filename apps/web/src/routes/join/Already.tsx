import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Card, Page } from '../../parts/Page.tsx'
import { t } from '../../text/index.ts'
import styles from './Join.module.css'

/** For somebody who is in the workshop already: stay who they are, or come in by the link all the same. */
export function Already({
  name,
  problem,
  onStay,
  onSwitch,
}: {
  readonly name: string
  /** Why the link did not give what it promised. */
  readonly problem?: string
  readonly onStay: () => void
  /** What to show instead, for coming in as the link's person. */
  readonly onSwitch?: ReactNode
}) {
  const [isSwitching, setIsSwitching] = useState(false)
  return (
    <Page narrow>
      <Card>
        {isSwitching ? (
          onSwitch
        ) : (
          <>
            <Heading page={t('join.title')}>{t('join.alreadyTitle')}</Heading>
            <p>{t('join.alreadyBody', { name })}</p>
            {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
            <div className={styles['actions']}>
              <Button look="primary" size="large" onClick={onStay}>
                {t('join.alreadyStay')}
              </Button>
              {onSwitch === undefined ? null : (
                <Button size="large" onClick={() => setIsSwitching(true)}>
                  {t('join.alreadySwitch')}
                </Button>
              )}
            </div>
          </>
        )}
      </Card>
    </Page>
  )
}
