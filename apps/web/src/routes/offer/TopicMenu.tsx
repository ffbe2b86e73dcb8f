import type { TopicView } from '@moot/workshop'
import { memo } from 'react'
import { afterMenu } from '../../parts/afterMenu.ts'
import { Button } from '../../parts/Button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withOffer.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import type { Deed, Standing } from './deeds.ts'
import { courseOf, deedsOf, standingOf } from './deeds.ts'
import { useDeed } from './useDeed.ts'

/** Of its own page, which has some of what can be done as buttons, the menu holds the rest. */
interface TopicMenuProps {
  readonly topic: TopicView
  readonly isOnPage: boolean
}

/** ⋯ of a topic, for who may do something with it; nothing for anybody else. */
export function TopicMenu({
  topic,
  isOnPage = false,
}: Pick<TopicMenuProps, 'topic'> & Partial<TopicMenuProps>) {
  const { view } = useWorkshop()
  return inMenu(topic, standingOf(view, topic), isOnPage).length === 0 ? null : (
    <TheMenu topic={topic} isOnPage={isOnPage} />
  )
}

const inMenu = (topic: TopicView, standing: Standing, isOnPage: boolean): Deed[] => {
  const shown = isOnPage ? courseOf(topic, standing) : []
  return deedsOf(topic, standing).filter((deed) => !shown.includes(deed))
}

/** A screen has sixty of them, and the view changes many times a second: drawn anew with its topic. */
const TheMenu = memo(function TheMenu({ topic, isOnPage }: TopicMenuProps) {
  return (
    <Menu
      trigger={
        <Button
          look="quiet"
          size="small"
          aria-label={t('offer.moreFor', { question: mainQuestion(topic) })}
          data-topic-menu={topic.id}
        >
          <span aria-hidden="true">⋯</span>
        </Button>
      }
    >
      <Items topic={topic} isOnPage={isOnPage} />
    </Menu>
  )
})

/** Made when the menu opens. */
function Items({ topic, isOnPage }: TopicMenuProps) {
  const { view } = useWorkshop()
  const act = useDeed()
  const standing = standingOf(view, topic)
  const deeds = inMenu(topic, standing, isOnPage)
  return (
    <>
      {standing === 'convener' ? null : <ToldThem />}
      {deeds.map((deed, index) => (
        <Item
          key={deed}
          deed={deed}
          hasLine={deed === 'withdraw' && index > 0}
          onSelect={() => afterMenu(() => act(deed, topic.id))}
        />
      ))}
    </>
  )
}

/** Facilitators know before they act that it is told. */
function ToldThem() {
  return (
    <>
      <MenuItem disabled>{t('offer.areTold')}</MenuItem>
      <MenuSeparator />
    </>
  )
}

function Item({
  deed,
  hasLine,
  onSelect,
}: {
  readonly deed: Deed
  readonly hasLine: boolean
  readonly onSelect: () => void
}) {
  return (
    <>
      {hasLine ? <MenuSeparator /> : null}
      <MenuItem isDangerous={deed === 'withdraw'} onSelect={onSelect}>
        {t(`offer.do_${deed}`)}
      </MenuItem>
    </>
  )
}
