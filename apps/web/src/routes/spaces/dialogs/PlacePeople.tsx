import type { DragEvent } from 'react'
import { useState } from 'react'
import { classes } from '../../../parts/Button.tsx'
import { Dialog } from '../../../parts/Dialog.tsx'
import { Field } from '../../../parts/Field.tsx'
import { t } from '../../../text/index.ts'
import { openSpaces, spaceLabel, spaceTitle } from '../../workshop/places.ts'
import { useGive } from '../../workshop/useGive.ts'
import { useWorkshop } from '../../workshop/useWorkshop.ts'
import { MoveMenu } from '../MoveMenu.tsx'
import type { Attending } from '../roster.ts'
import { attending, homeOf, nameOf } from '../roster.ts'
import type { OneDialog } from '../SpacesDialogs.tsx'
import styles from './dialogs.module.css'

/** What a dragged name is known by; nothing else that is dragged here has it. */
const DRAGGED = 'application/x-moot-person'

/** Everybody by where they belong, to be moved by hand: a name is dragged to a space, or pressed. */
export function PlacePeople({ onClose, returnFocusTo }: OneDialog) {
  const { view } = useWorkshop()
  const give = useGive()
  const [wanted, setWanted] = useState('')
  const spaces = openSpaces(view.spaces)
  const known = new Set(spaces.map(({ id }) => id))
  const words = wanted.trim().toLocaleLowerCase()
  const everybody = attending(view).filter(
    ({ role, place }) => role === 'participant' || homeOf(place) !== null,
  )
  const shown = everybody.filter((person) => nameOf(person).toLocaleLowerCase().includes(words))
  const inSpace = (space: string | null): Attending[] =>
    shown.filter(({ place }) => {
      const home = homeOf(place)
      return space === null ? home === null || !known.has(home) : home === space
    })
  const send = (person: string, space: string | null): void => {
    const name = view.people[person]?.name ?? ''
    const there = spaces.find(({ id }) => id === space)
    void give(
      { type: 'people.send', places: [{ person, space }] },
      there === undefined ? undefined : t('spaces.moved', { name, space: spaceTitle(there) }),
    )
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocusTo={returnFocusTo}
      wide
      title={t('spaces.placeTitle')}
      description={t('spaces.placeLead')}
    >
      {everybody.length > 12 ? (
        <Field
          label={t('spaces.placeFind')}
          type="search"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      ) : null}
      <div className={styles['places']}>
        <PlaceBox
          title={t('spaces.placeNone')}
          people={inSpace(null)}
          onDrop={(person) => send(person, null)}
        />
        {spaces
          .filter(({ kind }) => kind !== 'help')
          .map((space) => (
            <PlaceBox
              key={space.id}
              title={spaceLabel(view, space)}
              people={inSpace(space.id)}
              onDrop={(person) => send(person, space.id)}
            />
          ))}
      </div>
    </Dialog>
  )
}

function PlaceBox({
  title,
  people,
  onDrop,
}: {
  readonly title: string
  readonly people: readonly Attending[]
  readonly onDrop: (person: string) => void
}) {
  const [isOver, setIsOver] = useState(false)
  const isPerson = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(DRAGGED)
  return (
    // Dragging is one of two ways; the other is each name's menu, which works by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={classes(styles['place'], isOver && styles['over'])}
      aria-label={title}
      data-place={title}
      onDragOver={(event) => {
        if (!isPerson(event)) return
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false)
        const person = event.dataTransfer.getData(DRAGGED)
        if (person === '') return
        event.preventDefault()
        onDrop(person)
      }}
    >
      <h3 className={styles['placeTitle']}>
        <bdi>{title}</bdi> <span className={styles['hint']}>{people.length}</span>
      </h3>
      {people.length === 0 ? (
        <p className={styles['hint']}>{t('spaces.placeNobody')}</p>
      ) : (
        <ul className={styles['names']}>
          {people.map((person) => (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
            <li
              key={person.id}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.setData(DRAGGED, person.id)
                event.dataTransfer.effectAllowed = 'move'
              }}
            >
              <MoveMenu person={person.id} name={nameOf(person)} isName />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
