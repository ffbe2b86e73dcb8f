import { Button, classes } from '../../parts/Button.tsx'
import { Menu, MenuChoice } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withPeople.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { useScene } from './scene.ts'
import type { WriteAs } from './writeAs.ts'
import styles from './WritingAs.module.css'

/** Values of the choice that are no person's id. */
const SELF = ':self'
const ROOM = ':room'

/** Whose notes are written just now, in words, on the form that writes them; a press chooses. */
export function WritingAs({ isOnCanvas = false }: { readonly isOnCanvas?: boolean }) {
  const { people, writeAs, chooseWriteAs } = useScene()
  const { view } = useWorkshop()
  const nameOf = (person: string): string => people[person]?.name ?? ''
  const choice = (
    <Menu
      align="start"
      trigger={
        <Button
          className={classes(
            styles['button'],
            isOnCanvas && styles['floating'],
            writeAs.kind !== 'self' && styles['other'],
          )}
          data-writing-as={writeAs.kind}
        >
          <span className={styles['name']}>{wordsOf(writeAs, nameOf)}</span>
          <span aria-hidden="true">▾</span>
        </Button>
      }
    >
      <MenuChoice
        label={t('people.writeFor')}
        value={writeAs.kind === 'person' ? writeAs.person : writeAs.kind === 'room' ? ROOM : SELF}
        options={[
          { value: SELF, label: t('people.asSelf') },
          ...view.me.assists.map((person) => ({
            value: person,
            label: t('people.asPerson', { name: nameOf(person) }),
          })),
          { value: ROOM, label: t('people.asRoom') },
        ]}
        onChange={(value) =>
          chooseWriteAs(
            value === SELF
              ? { kind: 'self' }
              : value === ROOM
                ? { kind: 'room' }
                : { kind: 'person', person: value },
          )
        }
      />
    </Menu>
  )
  return isOnCanvas ? choice : <div className={styles['line']}>{choice}</div>
}

function wordsOf(as: WriteAs, nameOf: (person: string) => string): string {
  switch (as.kind) {
    case 'self':
      return t('people.writingAsSelf')
    case 'person':
      return t('people.writingAs', { name: nameOf(as.person) })
    case 'room':
      return t('people.writingRoom')
    default:
      return as satisfies never
  }
}
