import type { ReportView } from '@moot/workshop'
import { useId } from 'react'
import { Choice } from '../../parts/Field.tsx'
import { t } from '../../text/index.ts'
import type { Listed } from '../workshop/peopleHere.ts'
import { peopleInOrder } from '../workshop/peopleHere.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './topic.module.css'

/** People who may be named in a report: those on the roster who do not only look on. */
export function takingPart(people: readonly Listed[]): Listed[] {
  return people.filter(({ role, isExpected }) => role !== 'observer' && isExpected === undefined)
}

/** Who took part: those who were there or wrote are offered, and whoever fills it in says who it was. */
export function ReportPeople({
  topicId,
  report,
  suggested,
}: {
  readonly topicId: string
  readonly report: ReportView
  readonly suggested: readonly string[]
}) {
  const { view } = useWorkshop()
  const give = useGive()
  const hintId = useId()
  const named = view.me.topics.people[topicId] ?? []
  const others = takingPart(peopleInOrder(view)).filter(({ id }) => !suggested.includes(id))
  const set = (person: string, isOn: boolean): void =>
    void give({
      type: 'report.people',
      topic: topicId,
      add: isOn ? [person] : [],
      remove: isOn ? [] : [person],
    })
  return (
    <fieldset className={styles['people']} aria-describedby={hintId}>
      <legend>{t('topic.people')}</legend>
      <p id={hintId} className={styles['aside']}>
        {t('topic.peopleCount', { count: report.people })} {t('topic.peopleHint')}
        {report.people === 0 && suggested.length > 0 ? ` ${t('topic.peopleSuggested')}` : null}
      </p>
      {suggested.length === 0 ? null : (
        <ul className={styles['ticks']}>
          {suggested.map((id) => (
            <li key={id}>
              <label className={styles['tick']}>
                <input
                  type="checkbox"
                  checked={named.includes(id)}
                  onChange={({ target }) => set(id, target.checked)}
                />
                <bdi>{view.people[id]?.name}</bdi>
              </label>
            </li>
          ))}
        </ul>
      )}
      {others.length === 0 ? null : (
        <Choice label={t('topic.peopleAdd')} value="" onChange={({ target }) => set(target.value, true)}>
          <option value="" disabled>
            {t('topic.choose')}
          </option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
      )}
    </fieldset>
  )
}
