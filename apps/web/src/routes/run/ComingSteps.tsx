import { workshopPath } from '../../links.ts'
import { afterMenu } from '../../parts/afterMenu.ts'
import { Menu, MenuItem } from '../../parts/Menu.tsx'
import { Link, navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { toast } from '../boards/toast.tsx'
import { draftOf } from '../order/draftOf.ts'
import type { ListedStage } from '../workshop/runningOrder.ts'
import { stepOf } from '../workshop/runningOrder.ts'
import type { Give } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './run.module.css'
import { useRemovingRound } from './useRemovingRound.ts'

/** How many coming steps are rows of their own, and how many names follow after *Then*. */
const ROWS = 4
const NAMES = 6

/** The steps to come: those of the part that is on, else the next few; what comes later in one line. */
export function ComingSteps({
  stages,
  give,
}: {
  readonly stages: readonly ListedStage[]
  readonly give: Give
}) {
  const { view, workshopId } = useWorkshop()
  const at = stages.findIndex(({ id }) => id === view.now.stage)
  const coming = view.now.ended === null ? stages.slice(at + 1) : []
  const { rows, names } = split(coming, stages[at]?.part ?? '')
  const shown = names.slice(0, NAMES)
  const left = names.slice(NAMES).length
  return (
    <section aria-label={t('run.comingTitle')} className={styles['coming']}>
      {rows.length === 0 ? null : (
        <ol className={styles['steps']}>
          {rows.map((stage, index) => (
            <li key={stage.id}>
              {stage.part !== '' && stage.part !== (index === 0 ? stages[at] : rows[index - 1])?.part ? (
                <p className={styles['part']} dir="auto">
                  {stage.part}
                </p>
              ) : null}
              <ComingStep stage={stage} stages={stages} give={give} />
            </li>
          ))}
        </ol>
      )}
      {shown.length === 0 ? null : (
        <p className={styles['then']}>
          <bdi>{t('run.thenLater', { titles: shown.join(' · ') })}</bdi>
          {left === 0 ? null : ` ${t('run.thenMore', { count: left })}`}
        </p>
      )}
      <p className={styles['then']}>
        <Link to={workshopPath(workshopId, 'order')}>{t('run.editOrder')}</Link>
      </p>
    </section>
  )
}

/** Steps of one part that come later are one name. */
function split(coming: readonly ListedStage[], part: string): { rows: ListedStage[]; names: string[] } {
  const others = part === '' ? 0 : coming.findIndex((stage) => stage.part !== part)
  const ofPart = others === -1 ? coming.length : others
  const count = ofPart > 0 ? ofPart : ROWS
  const rows = coming.slice(0, count)
  const names: string[] = []
  const later = coming.slice(count)
  let last = rows.at(-1)?.part ?? ''
  // Of a part that has begun among the rows, how many steps are left says more than its name again.
  const begun = last === '' ? 0 : later.findIndex((stage) => stage.part !== last)
  const left = begun === -1 ? later.length : begun
  if (left > 0) names.push(t('run.thenSteps', { count: left }))
  for (const stage of later.slice(left)) {
    if (stage.part === '' || stage.part !== last) names.push(stage.part || stage.title)
    last = stage.part
  }
  return { rows, names }
}

function ComingStep({
  stage,
  stages,
  give,
}: {
  readonly stage: ListedStage
  readonly stages: readonly ListedStage[]
  readonly give: Give
}) {
  const { view, workshopId } = useWorkshop()
  const { mayRemove, question } = useRemovingRound()
  const minutes = stage.minutes === 0 ? '' : t('run.minutes', { count: stage.minutes })
  const skip = async () => {
    const before = stages[stages.indexOf(stage) - 1]?.id ?? null
    if (!(await mayRemove(stage))) return
    if (!(await give({ type: 'stage.remove', stage: stage.id }))) return
    toast({
      words: t('run.skipped', { title: stage.title }),
      action: {
        label: t('run.putBack'),
        run: () => void give({ type: 'stage.add', stage: draftOf(stage), after: before }),
      },
    })
  }
  return (
    <>
      <Menu
        label={stage.title}
        trigger={
          <button type="button" className={styles['row']}>
            <span className={styles['number']}>{stepOf(stages, stage).number}</span>
            <bdi className={styles['rowTitle']}>{stage.title}</bdi>
            <span className={styles['minutes']}>{minutes}</span>
          </button>
        }
      >
        <MenuItem
          onSelect={() =>
            void give(
              { type: 'stage.go', stage: stage.id, from: view.now.stage },
              t('run.saidNow', { title: stage.title }),
            )
          }
        >
          {t('run.goNow')}
        </MenuItem>
        <MenuItem onSelect={() => void skip()}>{t('run.skip')}</MenuItem>
        <MenuItem onSelect={() => afterMenu(() => navigate(workshopPath(workshopId, 'order')))}>
          {t('run.change')}
        </MenuItem>
      </Menu>
      {question}
    </>
  )
}
