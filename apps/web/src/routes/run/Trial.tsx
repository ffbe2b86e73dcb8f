import { useEffect, useRef, useState } from 'react'
import { Heading } from '../../parts/Heading.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Opening } from '../../parts/Opening.tsx'
import { Card, Page } from '../../parts/Page.tsx'
import { setFragment } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import '../../text/withTrial.ts'
import type { Entering } from '../join/enter.ts'
import { enter } from '../join/enter.ts'

/** A facilitator's own window for trying the workshop as a participant: goes in by itself, and only in this tab. */
export function Trial({ workshopId, link, onJoined }: Entering) {
  const [problem, setProblem] = useState<string>()
  const hasAsked = useRef(false)
  useEffect(() => {
    // Once, although React runs effects twice while developing: the code works once.
    if (hasAsked.current) return
    hasAsked.current = true
    void enter(workshopId, link, { rejoin: link.key }, '').then((outcome) => {
      if (outcome.ok) {
        setFragment('')
        onJoined()
      } else setProblem(outcome.code === 'bad_rejoin_code' ? t('trial.used') : refusalText(outcome))
    })
  }, [workshopId, link, onJoined])
  if (problem === undefined) return <Opening />
  return (
    <Page narrow>
      <Card>
        <Heading page={t('trial.title')}>{t('trial.title')}</Heading>
        <Notice tone="danger">{problem}</Notice>
      </Card>
    </Page>
  )
}
