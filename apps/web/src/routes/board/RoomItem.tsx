import { MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withPeople.ts'
import { useScene } from './scene.ts'

/** Begins to write down what several people say in one room. */
export function RoomItem() {
  const { writeAs, chooseWriteAs } = useScene()
  if (writeAs.kind === 'room') return null
  return <MenuItem onSelect={() => chooseWriteAs({ kind: 'room' })}>{t('people.openRoom')}</MenuItem>
}
