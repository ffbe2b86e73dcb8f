import { NAME_MAX } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useRef, useState } from 'react'
import { Avatar } from '../../parts/Avatar.tsx'
import { Button } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Field } from '../../parts/Field.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import styles from './People.module.css'
import type { Listed } from './peopleHere.ts'
import { boardsInSight } from '../boards/boardList.ts'
import { peopleInOrder } from './peopleHere.ts'
import { useWorkshop } from './useWorkshop.ts'

/** Names shown of one group; a hall of five hundred is a number, not a list to scroll through. */
const SHOWN_MAX = 150

/** Who takes part: names, roles, who is here and on which board; one's own name can be changed. */
export function People() {
  const { view } = useWorkshop()
  const people = peopleInOrder(view)
  const here = people.filter((person) => person.at !== null)
  const away = people.filter((person) => person.at === null)
  return (
    <div className={styles['people']}>
      <Group title={t('workshop.here')} people={here} />
      {away.length === 0 ? null : <Group title={t('workshop.away')} people={away} />}
      <RenameYourself />
    </div>
  )
}

function Group({ title, people }: { readonly title: string; readonly people: readonly Listed[] }) {
  const { view } = useWorkshop()
  const hasBoards = boardsInSight(view.boards).length > 1
  const left = people.length - SHOWN_MAX
  return (
    <section>
      <h3 className={styles['group']}>
        {title} <span className={styles['number']}>{people.length}</span>
      </h3>
      <ul className={styles['list']}>
        {people.slice(0, SHOWN_MAX).map((person) => (
          <li key={person.id} className={styles['person']}>
            <Avatar person={person.id} name={person.name} isFaint={person.at === null} />
            <span className={styles['name']}>
              <bdi>{person.name}</bdi>
              {person.id === view.me.person ? (
                <span className={styles['aside']}> ({t('workshop.you')})</span>
              ) : null}
              {hasBoards && person.at ? (
                <span className={styles['where']}>{whereIs(person, view.boards)}</span>
              ) : null}
            </span>
            {person.role === 'participant' ? null : <Chip>{t(`parts.${person.role}`)}</Chip>}
          </li>
        ))}
        {left > 0 ? <li className={styles['aside']}>{t('workshop.morePeople', { count: left })}</li> : null}
      </ul>
    </section>
  )
}

function whereIs(person: Listed, boards: Readonly<Record<string, { readonly title: string }>>): string {
  const board = person.at?.board
  if (board == null) return t('workshop.elsewhere')
  return t('workshop.onBoard', { board: boards[board]?.title || t('workshop.untitledBoard') })
}

function RenameYourself() {
  const { replica, view } = useWorkshop()
  const [isOpen, setIsOpen] = useState(false)
  const [error, setError] = useState<string>()
  const field = useRef<HTMLInputElement>(null)

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await replica.command({ type: 'person.rename', name: field.current?.value ?? '' })
    setError(answer.ok ? undefined : refusalText(answer))
    if (answer.ok) setIsOpen(false)
  }

  if (!isOpen) {
    return (
      <div>
        <Button onClick={() => setIsOpen(true)}>{t('workshop.renameYourself')}</Button>
      </div>
    )
  }
  return (
    <form className={styles['rename']} onSubmit={handleSubmit} noValidate>
      <Field
        ref={field}
        label={t('workshop.yourName')}
        {...(error === undefined ? {} : { error })}
        defaultValue={view.people[view.me.person]?.name ?? ''}
        maxLength={NAME_MAX}
        autoFocus
        dir="auto"
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button submits look="primary">
        {t('workshop.renameDo')}
      </Button>
    </form>
  )
}
