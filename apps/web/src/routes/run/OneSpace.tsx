import { MenuItem } from '../../parts/Menu.tsx'
import { Submenu } from '../../parts/Submenu.tsx'
import { t } from '../../text/index.ts'
import { spaceById, spaceLabel } from '../workshop/places.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import type { Give } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'

/** What one press gives, in minutes. */
const MORE_MINUTES = 5

/** *Give one space more time*: the topics that go on just now; the others end as they would. */
export function OneSpace({ give }: { readonly give: Give }) {
  const { view } = useWorkshop()
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
        <MenuItem
          key={topic.id}
          onSelect={() =>
            void give(
              { type: 'topic.extend', topic: topic.id, minutes: MORE_MINUTES },
              t('run.saidOneSpace', { topic: mainQuestion(topic) }),
            )
          }
        >
          <bdi>{name === mainQuestion(topic) ? name : `${name} ${mainQuestion(topic)}`}</bdi>
        </MenuItem>
      ))}
    </Submenu>
  )
}
