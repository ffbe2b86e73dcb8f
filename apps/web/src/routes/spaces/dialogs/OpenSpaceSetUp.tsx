import { SPACES_MAX } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from '../../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../../parts/Dialog.tsx'
import { Notice } from '../../../parts/Notice.tsx'
import { Segmented } from '../../../parts/Segmented.tsx'
import { navigate } from '../../../router.tsx'
import { t } from '../../../text/index.ts'
import { refusalText } from '../../../text/refusalText.ts'
import '../../../text/withOffer.ts'
import { toast } from '../../boards/toast.tsx'
import { pathWithin } from '../../workshop/goTo.ts'
import { roundsOf } from '../../workshop/topicsHere.ts'
import { useWorkshop } from '../../workshop/useWorkshop.ts'
import { groupSizes, peopleToPlace, usualCount } from '../roster.ts'
import type { OneDialog } from '../SpacesDialogs.tsx'
import styles from './dialogs.module.css'
import { Stepper } from './Stepper.tsx'

/** As methods §5.2 has it; more can be added while it runs. */
const USUAL_ROUNDS = 2
const USUAL_MINUTES = 22
const ROUNDS_MAX = 12
const MINUTES_MIN = 5
const MINUTES_MAX = 180

/** *Open space…*: a marketplace, rounds and spaces, all with what is usual; what is there already is kept. */
export function OpenSpaceSetUp({ onClose, returnFocusTo }: OneDialog) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocusTo={returnFocusTo}
      title={t('spaces.marketTitle')}
      description={t('spaces.marketLead')}
    >
      <SetUpForm onClose={onClose} />
    </Dialog>
  )
}

function SetUpForm({ onClose }: { readonly onClose: () => void }) {
  const { view, replica, workshopId } = useWorkshop()
  const open = roundsOf(view).filter(({ ended }) => ended === null)
  const isThere = open.length > 0
  const people = peopleToPlace(view)
  const [rounds, setRounds] = useState(isThere ? open.length : USUAL_ROUNDS)
  const [minutes, setMinutes] = useState(open.at(-1)?.minutes || USUAL_MINUTES)
  const [count, setCount] = useState(usualCount(view, people))
  // What nobody touched here stays as others may set it meanwhile.
  const [chosen, setChosen] = useState<typeof view.market.signUps>()
  const signUps = chosen ?? view.market.signUps
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    setProblem(undefined)
    const made = await replica.command({ type: 'market.prepare', rounds, minutes, spaces: count })
    const answer =
      made.ok && signUps !== view.market.signUps
        ? await replica.command({ type: 'market.set', signUps })
        : made
    setIsBusy(false)
    if (!answer.ok) {
      setProblem(refusalText(answer))
      return
    }
    onClose()
    toast({
      words: t(isThere ? 'spaces.marketSaved' : 'spaces.marketReady'),
      action: {
        label: t('spaces.seeTopics'),
        run: () => navigate(pathWithin(workshopId, 'topics')),
      },
    })
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void handleSubmit(event)} noValidate>
      <Stepper
        label={t('spaces.marketRounds')}
        value={rounds}
        min={isThere ? open.length : 1}
        max={ROUNDS_MAX}
        hint={t('spaces.marketTime', { count: rounds * count })}
        fewer={t('spaces.roundFewer')}
        more={t('spaces.roundMore')}
        onChange={setRounds}
      />
      <Stepper
        label={t('spaces.marketMinutes')}
        value={minutes}
        min={MINUTES_MIN}
        max={MINUTES_MAX}
        hint={t('spaces.marketMinutesHint')}
        fewer={t('spaces.minutesFewer')}
        more={t('spaces.minutesMore')}
        onChange={setMinutes}
      />
      <Stepper
        label={t('spaces.marketSpaces')}
        value={count}
        min={1}
        max={SPACES_MAX}
        hint={people === 0 ? t('spaces.sizesNone') : t('spaces.sizes', { sizes: groupSizes(people, count) })}
        onChange={setCount}
      />
      <div>
        <p className={styles['legend']}>{t('offer.signUps')}</p>
        <Segmented
          label={t('offer.signUps')}
          value={signUps}
          options={[
            { value: 'names', label: t('offer.show_names') },
            { value: 'counts', label: t('offer.show_counts') },
          ]}
          onChange={setChosen}
          wide
        />
        <p className={styles['hint']}>{t('offer.signUpsHint')}</p>
      </div>
      {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
      <DialogActions>
        <Button submits look="primary" busy={isBusy}>
          {t(isThere ? 'spaces.marketSave' : 'spaces.marketDo')}
        </Button>
        <Button onClick={onClose}>{t('parts.cancel')}</Button>
      </DialogActions>
    </form>
  )
}
