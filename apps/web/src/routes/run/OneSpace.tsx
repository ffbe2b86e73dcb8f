import { MenuItem } from '../../parts/Menu.tsx'
import { Submenu } from '../../parts/Submenu.tsx'
import { t } from '../../text/index.ts'
import { useDeed } from '../offer/useDeed.ts'
import { spaceById, spaceLabel } from '../workshop/places.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'

/** *Give one space more time*: the topics that go on just now; the others end as they would. */
export function OneSpace() {
  const { view } = useWorkshop()
  const act = useDeed()
  const running = Object.values(view.topics).filter(({ state }) => state === 'running')
  if (running.length === 0) return null
  const named = running
    .map((topic) => {
      const space = spaceById(view.spaces, topic.place?.space)
      const name = space === undefined ? mainQuestion(topic) : spaceLabel(view, { ...space, title: '' })
      return { topic, name, number: space?.number ?? Number.MAX_SAFE_INTEGER }
    })
    .toSorted((a, b) => a.number - b.number)
  return (
    <Submenu label={t('run.oneSpace')}>
      {named.map(({ topic, name }) => (
        <MenuItem key={topic.id} onSelect={() => act('moreTime', topic.id)}>
          <bdi>{name === mainQuestion(topic) ? name : `${name} ${mainQuestion(topic)}`}</bdi>
        </MenuItem>
      ))}
    </Submenu>
  )
}
