import type { ReportView } from '@moot/workshop'
import { Button } from '../../parts/Button.tsx'
import { Choice } from '../../parts/Field.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { t } from '../../text/index.ts'
import type { Listed } from '../workshop/peopleHere.ts'
import { peopleInOrder } from '../workshop/peopleHere.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { takingPart } from './ReportPeople.tsx'
import styles from './topic.module.css'

/** Who takes notes, who writes it up, who else may fill it in, said by its conveners. They may be three people, or one (OS-3). */
export function ReportJobs({ topicId, report }: { readonly topicId: string; readonly report: ReportView }) {
  const { view } = useWorkshop()
  const give = useGive()
  const everybody = takingPart(peopleInOrder(view))
  // Whoever has no device of their own takes no notes here.
  const withHands = everybody.filter(({ helper }) => helper === undefined)
  const conveners = view.topics[topicId]?.conveners ?? []
  const others = everybody.filter(({ id }) => !conveners.includes(id) && !report.helpers.includes(id))
  const set = (jobs: { noteTaker: string | null } | { writer: string | null }): void =>
    void give({ type: 'report.jobs', topic: topicId, ...jobs })
  const help = (person: string, isOn: boolean) =>
    give({ type: 'report.jobs', topic: topicId, helper: { person, isOn } })
  const takeOff = async (person: string): Promise<void> => {
    if (await help(person, false)) focusIfLost()
  }
  return (
    <fieldset className={styles['people']}>
      <legend>{t('topic.jobs')}</legend>
      <Choice
        label={t('topic.noteTaker')}
        value={report.noteTaker ?? ''}
        onChange={({ target }) => set({ noteTaker: target.value || null })}
      >
        <option value="">{t('topic.nobody')}</option>
        <Options people={withHands} />
      </Choice>
      <Choice
        label={t('topic.writer')}
        hint={t('topic.writerHint')}
        value={report.writer ?? ''}
        onChange={({ target }) => set({ writer: target.value || null })}
      >
        <option value="">{t('topic.nobody')}</option>
        <Options people={everybody} />
      </Choice>
      <Choice
        label={t('topic.helpers')}
        hint={t('topic.helpersHint')}
        value=""
        onChange={({ target }) => void help(target.value, true)}
      >
        <option value="" disabled>
          {t('topic.choose')}
        </option>
        <Options people={others} />
      </Choice>
      {report.helpers.length === 0 ? null : (
        <ul className={styles['helpers']}>
          {report.helpers.map((id) => {
            const name = view.people[id]?.name ?? t('topic.somebody')
            return (
              <li key={id}>
                <bdi>{name}</bdi>
                <Button size="small" look="quiet" onClick={() => void takeOff(id)}>
                  {t('topic.helperOff', { name })}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </fieldset>
  )
}

function Options({ people }: { readonly people: readonly Listed[] }) {
  return people.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
}
