import { t } from '../../text/index.ts'
import '../../text/withPeople.ts'
import { useScene } from './scene.ts'
import styles from './WritingAs.module.css'

/** Over a note that is being written on the canvas: whose it is, where it is not the writer's own. */
export function WrittenAs({ noteId }: { readonly noteId: string }) {
  const { reading, people, me } = useScene()
  const note = reading.notes.get(noteId)
  if (note === undefined) return null
  const words =
    note.via !== null && note.by !== null
      ? t('people.writtenAs', { name: people[note.by]?.name ?? '' })
      : note.source === 'room' && note.by === me
        ? t('people.writtenRoom')
        : undefined
  return words === undefined ? null : (
    <span className={styles['written']} dir="auto">
      {words}
    </span>
  )
}
