import { Button, classes } from '../../parts/Button.tsx'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { t } from '../../text/index.ts'
import { openVideoRooms } from '../spaces/openSpaces.ts'
import { openBarDialog } from '../workshop/barDialog.ts'
import { spacesInOrder } from '../workshop/places.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './BeforeYouStart.module.css'

/** Three lines for facilitators before the start, each a way to the right place, ticked when it is done. */
export function BeforeYouStart() {
  const { view } = useWorkshop()
  const people = Object.values(view.people).filter(
    (person) => person.isGone === undefined && person.isTrial === undefined,
  )
  const facilitators = people.filter(({ role }) => role === 'facilitator').length
  const joined = people.filter(
    ({ role, helper, isExpected }) =>
      role !== 'facilitator' && helper === undefined && isExpected === undefined,
  ).length
  const rooms = spacesInOrder(view.spaces).filter(({ kind, isHidden }) => kind === 'breakout' && !isHidden)
  const named = rooms.filter(({ videoName, videoLink }) => videoName !== '' || videoLink !== '').length
  return (
    <section className={styles['ready']} aria-labelledby="now-ready">
      <h2 id="now-ready" className={styles['title']}>
        {t('now.readyTitle')}
      </h2>
      <ol className={styles['list']}>
        <Line
          words={t('now.readyLink')}
          hint={t('now.readyLinkHint', { count: joined })}
          isDone={joined > 0}
          onPress={() => openBarDialog('share')}
        />
        <Line
          words={t('now.readySecond')}
          hint={t('now.readySecondHint', { count: facilitators })}
          isDone={facilitators > 1}
          onPress={() => openBarDialog('addFacilitator')}
        />
        <Line
          words={t('now.readyVideo')}
          hint={
            rooms.length === 0
              ? t('now.readyVideoNone')
              : t('now.readyVideoHint', { named, count: rooms.length })
          }
          isDone={rooms.length > 0 && named === rooms.length}
          onPress={openVideoRooms}
        />
      </ol>
    </section>
  )
}

function Line({
  words,
  hint,
  isDone,
  onPress,
}: {
  readonly words: string
  readonly hint: string
  readonly isDone: boolean
  readonly onPress: () => void
}) {
  return (
    <li className={styles['line']}>
      <span aria-hidden="true" className={classes(styles['tick'], isDone && styles['done'])}>
        {isDone ? '✓' : ''}
      </span>
      <Button look="quiet" className={styles['press'] ?? ''} onClick={onPress}>
        <span className={styles['words']}>
          {words}
          {isDone ? <VisuallyHidden> ({t('now.readyDone')})</VisuallyHidden> : null}
        </span>
        <span className={styles['hint']}>{hint}</span>
      </Button>
    </li>
  )
}
