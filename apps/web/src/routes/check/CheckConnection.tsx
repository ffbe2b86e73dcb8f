import type { ConnectionFinding, ConnectionStep } from '@moot/client'
import { checkConnection } from '@moot/client'
import { useState } from 'react'
import { Button, classes } from '../../parts/Button.tsx'
import { CopyField } from '../../parts/CopyField.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Card, Page } from '../../parts/Page.tsx'
import { t } from '../../text/index.ts'
import { ServiceFoot } from '../join/ServiceFoot.tsx'
import styles from './CheckConnection.module.css'

const STEPS = ['page', 'open', 'last'] as const satisfies readonly ConnectionStep[]
/** Steps that went well when a finding is made. */
const GONE_WELL: { readonly [F in ConnectionFinding]: number } = {
  good: 3,
  sockets_cut: 2,
  sockets_blocked: 1,
  unreachable: 0,
}

type Check =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly step: ConnectionStep }
  /** `last` is the last step that was tried. */
  | { readonly state: 'done'; readonly finding: ConnectionFinding; readonly last: ConnectionStep }

/** Tries what a workshop needs of a network and says in plain words what it found. */
export function CheckConnection() {
  const [check, setCheck] = useState<Check>({ state: 'idle' })

  const handleCheck = async () => {
    let last: ConnectionStep = 'page'
    setCheck({ state: 'running', step: last })
    const finding = await checkConnection((step) => {
      last = step
      setCheck({ state: 'running', step })
    })
    setCheck({ state: 'done', finding, last })
  }

  return (
    <Page narrow foot={<ServiceFoot />}>
      <Card>
        <Heading page={t('service.checkTitle')}>{t('service.checkTitle')}</Heading>
        <p>{t('service.checkLead')}</p>
        <div className={styles['actions']}>
          <Button
            look={check.state === 'done' ? 'secondary' : 'primary'}
            size="large"
            busy={check.state === 'running'}
            onClick={handleCheck}
          >
            {check.state === 'running'
              ? t('service.checkRunning')
              : t(check.state === 'done' ? 'service.checkAgain' : 'service.checkStart')}
          </Button>
          {history.length > 1 ? (
            <Button size="large" look="quiet" onClick={() => history.back()}>
              {t('service.back')}
            </Button>
          ) : null}
        </div>
        {check.state === 'idle' ? null : (
          <ol className={styles['steps']}>
            {STEPS.map((step, index) => {
              const outcome = outcomeOf(check, index)
              return (
                <li key={step} className={styles['step']}>
                  <span>{t(stepWords[step])}</span>
                  <span className={classes(styles['outcome'], styles[outcome])}>
                    {t(outcomeWords[outcome])}
                  </span>
                </li>
              )
            })}
          </ol>
        )}
        <div aria-live="polite">
          {check.state === 'done' ? (
            <Finding finding={check.finding} hasLasted={check.last === 'last'} />
          ) : null}
        </div>
      </Card>
    </Page>
  )
}

const stepWords = { page: 'service.checkPage', open: 'service.checkOpen', last: 'service.checkLast' } as const
const outcomeWords = {
  waiting: 'service.stepWaiting',
  running: 'service.stepRunning',
  good: 'service.stepGood',
  bad: 'service.stepBad',
  untried: 'service.stepUntried',
} as const

function outcomeOf(check: Exclude<Check, { state: 'idle' }>, index: number): keyof typeof outcomeWords {
  if (check.state === 'running') {
    const at = STEPS.indexOf(check.step)
    if (index < at) return 'good'
    return index === at ? 'running' : 'waiting'
  }
  if (index > STEPS.indexOf(check.last)) return 'untried'
  const well = GONE_WELL[check.finding]
  if (index < well) return 'good'
  return index === well ? 'bad' : 'waiting'
}

function Finding({
  finding,
  hasLasted,
}: {
  readonly finding: ConnectionFinding
  /** Whether keeping the connection was tried. */
  readonly hasLasted: boolean
}) {
  switch (finding) {
    case 'good':
      return (
        <Notice tone="accent" title={t('service.goodTitle')}>
          {t(hasLasted ? 'service.goodBody' : 'service.goodBodyUntried')}
        </Notice>
      )
    case 'unreachable':
      return (
        <Notice tone="danger" title={t('service.unreachableTitle')}>
          {t('service.unreachableBody')}
        </Notice>
      )
    case 'sockets_blocked':
    case 'sockets_cut': {
      const isCut = finding === 'sockets_cut'
      return (
        <div className={styles['finding']}>
          <Notice tone="danger" title={t(isCut ? 'service.cutTitle' : 'service.blockedTitle')}>
            <p>{t(isCut ? 'service.cutBody' : 'service.blockedBody')}</p>
            <p>{t('service.tryOther')}</p>
          </Notice>
          <CopyField
            label={t('service.tellIt')}
            value={t('service.tellItText', {
              scheme: location.protocol === 'https:' ? 'wss' : 'ws',
              host: location.host,
            })}
            isLong
          />
        </div>
      )
    }
    default:
      return finding satisfies never
  }
}
