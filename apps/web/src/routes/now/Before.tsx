import { totalMinutes } from '@moot/workshop'
import type { ReactNode } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { stagesInOrder } from '../workshop/runningOrder.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { BeforeYouStart } from './BeforeYouStart.tsx'
import styles from './Now.module.css'
import { Question } from './Question.tsx'
import { workshopTimes } from './times.ts'

/** Before the start: what it is about, when, what can be changed, and the board to look round. */
export function Before() {
  const { view, workshopId } = useWorkshop()
  const { workshop, me, now } = view
  const { question, title, purpose, fixed, open, phone, follows, carried } = workshop
  const heading = question.trim() || title.trim() || t('workshop.untitled')
  const times = workshopTimes(workshop.starts, totalMinutes(stagesInOrder(view.stages)), workshop.zone)
  const { board } = now
  const isFacilitator = me.role === 'facilitator'
  return (
    <>
      <div className={styles['about']}>
        <Chip tone="accent">{t('now.beforeStarts')}</Chip>
        {question.trim() === '' || title.trim() === '' ? null : (
          <span className={styles['activity']}>
            <bdi>{title}</bdi>
          </span>
        )}
      </div>
      <Question words={heading} />
      {times === undefined ? null : (
        <p className={styles['line']}>
          {times.day}, <strong>{times.hours}</strong>
          {times.home === '' ? null : (
            <>
              {' '}
              {t('now.yourTime')} <span className={styles['aside']}>({times.home})</span>
            </>
          )}
        </p>
      )}
      {isFacilitator ? null : <p className={styles['aside']}>{t('now.beginsSoon')}</p>}
      <div className={styles['actions']}>
        {isFacilitator ? (
          <div className={styles['withoutRun']}>
            <Button look="primary" size="large" onClick={() => navigate(pathWithin(workshopId, 'run'))}>
              {t('now.run')}
            </Button>
          </div>
        ) : null}
        {board === null ? null : (
          <Button
            look={isFacilitator ? 'secondary' : 'primary'}
            size="large"
            onClick={() => navigate(pathWithin(workshopId, { board }))}
          >
            {t('now.lookRound')}
          </Button>
        )}
      </div>
      {me.role === 'observer' ? <p className={styles['standing']}>{t('now.observing')}</p> : null}
      <Said title={t('now.purpose')} text={purpose} />
      <Said title={t('now.fixed')} text={fixed} />
      <Said title={t('now.open')} text={open} />
      <Said title={t('now.phone')} text={phone} />
      {follows === null ? null : (
        <Section title={t('now.follows', { title: follows.title || t('workshop.untitled') })}>
          <Carried kind="question" carried={carried} />
          <Carried kind="commitment" carried={carried} />
        </Section>
      )}
    </>
  )
}

/** Beside it, for facilitators: what is still to be done. */
export function BeforeSide() {
  const { view } = useWorkshop()
  if (view.me.role !== 'facilitator') return null
  // Beside *Run*, which says the same, it would be there twice.
  return (
    <div className={styles['withoutRun']}>
      <BeforeYouStart />
    </div>
  )
}

function Said({ title, text }: { readonly title: string; readonly text: string }) {
  if (text.trim() === '') return null
  return (
    <Section title={title}>
      <p className={styles['words']} dir="auto">
        {text}
      </p>
    </Section>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['part']}>
      <h2 className={styles['sub']}>
        <bdi>{title}</bdi>
      </h2>
      {children}
    </section>
  )
}

function Carried({
  kind,
  carried,
}: {
  readonly kind: 'question' | 'commitment'
  readonly carried: readonly { readonly kind: string; readonly text: string }[]
}) {
  const some = carried.filter((each) => each.kind === kind)
  if (some.length === 0) return null
  return (
    <>
      <h3 className={styles['small']}>
        {t(kind === 'question' ? 'now.carriedQuestions' : 'now.carriedCommitments')}
      </h3>
      <ul className={styles['list']}>
        {some.map(({ text }, at) => (
          // Nothing moves in this list, and two may say the same.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </>
  )
}
