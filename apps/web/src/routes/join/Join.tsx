import type { Outcome, Visit } from '@moot/client'
import { openDoor } from '@moot/client'
import type { DoorResponse } from '@moot/protocol'
import type { FormEvent } from 'react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { LinkKey } from '../../links.ts'
import { Button, ButtonLink } from '../../parts/Button.tsx'
import { Field } from '../../parts/Field.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Opening } from '../../parts/Opening.tsx'
import { Card, Page } from '../../parts/Page.tsx'
import { setFragment } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { Already } from './Already.tsx'
import type { Entering } from './enter.ts'
import { enter } from './enter.ts'
import styles from './Join.module.css'
import { LinkProblem } from './LinkProblem.tsx'
import { ServiceFoot } from './ServiceFoot.tsx'

const Trial = lazy(() => import('../run/Trial.tsx').then(({ Trial: screen }) => ({ default: screen })))

/** Longest name, in UTF-16 units; the server says the same. */
const NAME_MAX = 80

/** In front of a workshop: a name and a button, or a plain page that says why the link opens nothing. */
export function Join({
  workshopId,
  link,
  visit,
  onJoined,
}: {
  readonly workshopId: string
  readonly link: LinkKey | undefined
  /** Who this browser is here already, when its link gives more, or is somebody else's. */
  readonly visit: Visit | undefined
  /** The visit has been kept: go in. */
  readonly onJoined: () => void
}) {
  if (link === undefined)
    return <LinkProblem kind={/^#[nsd]\./.test(location.hash) ? 'place' : 'incomplete'} />
  if (link.kind === 'trial') {
    return (
      <Suspense fallback={<Opening />}>
        <Trial key={link.key} workshopId={workshopId} link={link} onJoined={onJoined} />
      </Suspense>
    )
  }
  if (visit && link.kind === 'rejoin') {
    return (
      <Already
        name={visit.name}
        onStay={() => setFragment('')}
        onSwitch={<Rejoin {...{ workshopId, link, onJoined }} />}
      />
    )
  }
  if (visit)
    return <Rise key={link.key} workshopId={workshopId} link={link} visit={visit} onJoined={onJoined} />
  if (link.kind === 'rejoin') {
    return (
      <Page narrow foot={<ServiceFoot />}>
        <Card>
          <Rejoin workshopId={workshopId} link={link} onJoined={onJoined} />
        </Card>
      </Page>
    )
  }
  return <AskName key={link.key} workshopId={workshopId} link={link} onJoined={onJoined} />
}

/** The ordinary way in. */
function AskName({ workshopId, link, onJoined }: Entering) {
  const door = useDoor(workshopId, link.key)
  const [error, setError] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  if (door.outcome === undefined) return <Opening />
  if (!door.outcome.ok) {
    return (
      <LinkProblem
        kind={problemOf(door.outcome.code)}
        words={door.outcome.code === 'bad_request' ? t('refusals.bad_link') : refusalText(door.outcome)}
        onRetry={door.again}
      />
    )
  }
  const { title, question, role } = door.outcome.value

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const name = field.current?.value.trim() ?? ''
    if (isBusy) return
    if (name === '') {
      setError(t('join.nameMissing'))
      field.current?.focus()
      return
    }
    setIsBusy(true)
    const outcome = await enter(workshopId, link, { key: link.key, name }, title)
    setIsBusy(false)
    if (outcome.ok) onJoined()
    else setError(refusalText(outcome))
  }

  return (
    <Page narrow foot={<ServiceFoot />}>
      <Card>
        <div className={styles['welcome']}>
          <p className={styles['invited']}>{t('join.invited')}</p>
          <Heading page={t('join.title')} className={styles['title'] ?? ''}>
            <bdi>{title || t('join.untitled')}</bdi>
          </Heading>
          {question === '' ? null : (
            <p className={styles['question']}>
              <bdi>{question}</bdi>
            </p>
          )}
        </div>
        {role === 'participant' ? null : (
          <Notice tone={role === 'facilitator' ? 'attention' : 'accent'}>
            {role === 'facilitator' ? t('join.asFacilitator') : t('join.asObserver')}
          </Notice>
        )}
        <form className={styles['form']} onSubmit={handleSubmit} noValidate>
          <Field
            ref={field}
            label={t('join.name')}
            hint={t('join.nameHint')}
            {...(error === undefined ? {} : { error })}
            name="name"
            autoComplete="name"
            autoFocus
            enterKeyHint="go"
            maxLength={NAME_MAX}
            dir="auto"
          />
          <Button submits look="primary" size="large" busy={isBusy}>
            {isBusy ? t('join.joining') : t('join.submit')}
          </Button>
        </form>
      </Card>
    </Page>
  )
}

/** The same person on this device, by a code of their other one. A press is asked for: previews of links use codes up. */
function Rejoin({ workshopId, link, onJoined }: Entering) {
  const [problem, setProblem] = useState<{ readonly words: string; readonly isFinal: boolean }>()
  const [isBusy, setIsBusy] = useState(false)
  const handlePress = async () => {
    setIsBusy(true)
    const outcome = await enter(workshopId, link, { rejoin: link.key }, '')
    setIsBusy(false)
    if (outcome.ok) {
      setFragment('')
      onJoined()
    } else if (outcome.code !== 'bad_rejoin_code' && problemOf(outcome.code) !== 'wrong') {
      setProblem({ words: refusalText(outcome), isFinal: false })
    } else setProblem({ words: t('join.rejoinWrong'), isFinal: true })
  }
  return (
    <>
      <Heading page={t('join.rejoinTitle')}>{t('join.rejoinTitle')}</Heading>
      <p>{t('join.rejoinBody')}</p>
      {problem === undefined ? null : (
        <Notice tone="danger" {...(problem.isFinal ? { title: t('join.linkTitle') } : {})}>
          {problem.words}
        </Notice>
      )}
      <div>
        {problem?.isFinal ? (
          <ButtonLink size="large" href="/">
            {t('join.toHome')}
          </ButtonLink>
        ) : (
          <Button look="primary" size="large" busy={isBusy} onClick={handlePress}>
            {t('join.rejoinSubmit')}
          </Button>
        )}
      </div>
    </>
  )
}

/** Somebody who is here already came with a link that gives them more: they get it and go in. */
function Rise({ workshopId, link, visit, onJoined }: Entering & { readonly visit: Visit }) {
  const [problem, setProblem] = useState<string>()
  const hasAsked = useRef(false)
  useEffect(() => {
    // Once, although React runs effects twice while developing.
    if (hasAsked.current) return
    hasAsked.current = true
    void enter(workshopId, link, { key: link.key, name: visit.name }, visit.title, visit).then((outcome) => {
      if (outcome.ok) onJoined()
      else setProblem(refusalText(outcome))
    })
  }, [workshopId, link, visit, onJoined])
  if (problem === undefined) return <Opening words={t('join.rising')} />
  return <Already name={visit.name} problem={problem} onStay={() => setFragment('')} />
}

/** What the server says about the workshop behind a link. */
function useDoor(workshopId: string, key: string) {
  const [outcome, setOutcome] = useState<Outcome<DoorResponse>>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let isCurrent = true
    void openDoor(workshopId, key).then((found) => {
      if (isCurrent) setOutcome(found)
    })
    return () => {
      isCurrent = false
    }
  }, [workshopId, key, tries])
  const again = () => {
    setOutcome(undefined)
    setTries((count) => count + 1)
  }
  return { outcome, again }
}

/** What kind of page a refused link gets: the link is no good, the server cannot be reached, or just not now. */
function problemOf(code: string): 'wrong' | 'unreachable' | 'notNow' {
  if (code === 'not_found' || code === 'bad_link' || code === 'bad_request') return 'wrong'
  if (code === 'unreachable' || code === 'unreadable' || code.startsWith('http_5')) return 'unreachable'
  return 'notNow'
}
