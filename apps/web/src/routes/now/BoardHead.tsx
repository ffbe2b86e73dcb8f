import { Button } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { t } from '../../text/index.ts'
import '../../text/withNow.ts'
import { goToSpace } from '../workshop/goTo.ts'
import { spaceById, spaceLabelRead, spaceName } from '../workshop/places.ts'
import { stagesInOrder, stepOfPart } from '../workshop/runningOrder.ts'
import { sentMark, useSeen } from '../workshop/seen.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './BoardHead.module.css'
import { DoneToggle } from './DoneToggle.tsx'

/** Above a board, once there is more than a board: whose space it is, which step it is at, *I'm done*. */
export function BoardHead({ boardId }: { readonly boardId: string }) {
  const open = useWorkshop()
  const { view, workshopId } = open
  const { isSeen } = useSeen(workshopId)
  const slot = Object.hasOwn(view.slots, boardId) ? view.slots[boardId] : undefined
  const space = spaceById(view.spaces, slot?.space)
  // A board of an earlier round is no place to go to: the space has another board by now.
  const isCurrent = space?.board === boardId
  const { me } = view
  // Who was sent here is asked by the bar above.
  const isAsked = me.sent?.space === space?.id && !isSeen(sentMark(me.sent))
  const isLookingIn = isCurrent && me.space !== space.id && !isAsked
  const order = stagesInOrder(view.stages)
  const stage = order.find(({ id }) => id === view.now.stage)
  const step = stage === undefined || view.now.ended !== null ? undefined : stepOfPart(order, stage)
  return (
    <div className={styles['head']}>
      {slot === undefined ? null : <Chip className={styles['place'] ?? ''}>{spaceName(slot)}</Chip>}
      {stage === undefined || step === undefined || step.total === 1 ? null : (
        <span className={styles['step']}>
          <bdi>{stage.title}</bdi> <span className={styles['aside']}>{t('now.step', { ...step })}</span>
        </span>
      )}
      {isLookingIn ? (
        <>
          <span className={styles['aside']}>{t('now.lookingIn')}</span>
          <Button
            size="small"
            aria-label={t('now.goThereTo', { space: spaceLabelRead(view, space) })}
            onClick={() => goToSpace(open, space.id)}
          >
            {t('now.goThere')}
          </Button>
        </>
      ) : null}
      <DoneToggle isSmall />
    </div>
  )
}
