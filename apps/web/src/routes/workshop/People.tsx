import { NAME_MAX } from '@moot/workshop'
import type { FormEvent, ReactNode } from 'react'
import { useRef, useState } from 'react'
import { workshopPath } from '../../links.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { Button } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Field } from '../../parts/Field.tsx'
import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import '../../text/withWorkshopLater.ts'
import { refusalText } from '../../text/refusalText.ts'
import '../../text/withPeople.ts'
import { boardsInSight } from '../boards/boardList.ts'
import { openBarDialog } from './barDialog.ts'
import styles from './People.module.css'
import type { Listed } from './peopleHere.ts'
import { isPresent, peopleInOrder } from './peopleHere.ts'
import { useWorkshop } from './useWorkshop.ts'

/** Names shown of one group; a hall of five hundred is a number, not a list to scroll through. */
const SHOWN_MAX = 150

/**
 * Who takes part: names, roles, who is here; observers apart. Where single people are is shown to facilitators alone
 * . One's own name can be changed, and what one says of oneself.
 */
export function People() {
  const { view, workshopId } = useWorkshop()
  const isFacilitator = view.me.role === 'facilitator'
  const people = peopleInOrder(view)
  const here = people.filter(isPresent)
  const away = people.filter((person) => !isPresent(person))
  const groups: readonly (readonly [string, readonly Listed[], ReactNode?])[] = [
    [t('workshop.here'), here.filter(({ role }) => role !== 'observer')],
    [t('people.watching'), here.filter(({ role }) => role === 'observer'), t('people.watchingNote')],
    [t('workshop.away'), away.filter(({ isExpected }) => !isExpected)],
    ...(isFacilitator ? [[t('people.expected'), away.filter(({ isExpected }) => isExpected)] as const] : []),
  ]
  return (
    <div className={styles['people']}>
      <div className={styles['doors']}>
        <RenameYourself />
        <Button onClick={() => openBarDialog('aboutYou')}>{t('people.openAbout')}</Button>
        {view.me.role === 'observer' ? null : (
          <Button onClick={() => openBarDialog('writingFor')}>{t('people.openWriting')}</Button>
        )}
        {isFacilitator ? (
          <Link to={workshopPath(workshopId, 'people')} className={styles['all']}>
            {t('people.openRoster')}
          </Link>
        ) : null}
      </div>
      {groups.map(([title, list, note]) =>
        list.length === 0 ? null : <Group key={title} title={title} people={list} note={note} />,
      )}
    </div>
  )
}

function Group({
  title,
  people,
  note,
}: {
  readonly title: string
  readonly people: readonly Listed[]
  readonly note?: ReactNode
}) {
  const { view } = useWorkshop()
  const hasBoards = view.me.role === 'facilitator' && boardsInSight(view.boards).length > 1
  const left = people.length - SHOWN_MAX
  return (
    <section>
      <h3 className={styles['group']}>
        {title} <span className={styles['number']}>{people.length}</span>
      </h3>
      {note === undefined ? null : <p className={styles['aside']}>{note}</p>}
      <ul className={styles['list']}>
        {people.slice(0, SHOWN_MAX).map((person) => (
          <li key={person.id} className={styles['person']}>
            <Avatar person={person.id} name={person.name} isFaint={!isPresent(person)} />
            <span className={styles['name']}>
              <bdi>{person.name}</bdi>
              {person.id === view.me.person ? (
                <span className={styles['aside']}> ({t('workshop.you')})</span>
              ) : null}
              {person.helper === undefined ? null : (
                <span className={styles['where']}>
                  {t('people.viaHelper', { helper: view.people[person.helper]?.name ?? '' })}
                </span>
              )}
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

  if (!isOpen) return <Button onClick={() => setIsOpen(true)}>{t('workshop.renameYourself')}</Button>
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
