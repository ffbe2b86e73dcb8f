import { topicResult } from '@moot/protocol'
import type { TopicView } from '@moot/workshop'
import { memo } from 'react'
import { afterMenu } from '../../parts/afterMenu.ts'
import { Button } from '../../parts/Button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import '../../text/withOffer.ts'
import { toast } from '../boards/toast.tsx'
import { focusTopicIfLost } from '../topics/focusTopic.ts'
import { openPlace, openSwap } from '../topics/placeDialog.ts'
import { useGive } from '../workshop/useGive.ts'
import { useSteadyWorkshop, useWorkshop } from '../workshop/useWorkshop.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import type { Deed } from './deeds.ts'
import { deedsOf, standingOf } from './deeds.ts'
import { openTopicDialog } from './topicDialogs.ts'

/** ⋯ of a topic, for who may do something with it; nothing for anybody else. */
export function TopicMenu({ topic }: { readonly topic: TopicView }) {
  const { view } = useWorkshop()
  return deedsOf(topic, standingOf(view, topic)).length === 0 ? null : <TheMenu topic={topic} />
}

/** A screen has sixty of them, and the view changes many times a second: drawn anew with its topic. */
const TheMenu = memo(function TheMenu({ topic }: { readonly topic: TopicView }) {
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
      <Items topic={topic} />
    </Menu>
  )
})

/** Made when the menu opens. */
function Items({ topic }: { readonly topic: TopicView }) {
  const { view } = useWorkshop()
  const { replica } = useSteadyWorkshop()
  const give = useGive()
  const standing = standingOf(view, topic)
  const deeds = deedsOf(topic, standing)
  const goOn = async () => {
    const answer = await replica.command({ type: 'topic.continue', topic: topic.id })
    if (!answer.ok) {
      toast({ words: refusalText(answer) })
      return
    }
    const next = topicResult.safeParse(answer.result)
    toast({
      words: t('offer.goesOn'),
      ...(next.success && {
        action: {
          label: t('offer.placeIt'),
          run: () => openPlace(next.data.topic),
          holds: () => replica.store.getState().view?.topics[next.data.topic]?.state === 'posted',
        },
      }),
    })
  }
  const run = (deed: Deed): void => {
    switch (deed) {
      case 'place':
      case 'move':
        afterMenu(() => openPlace(topic.id))
        return
      case 'swap':
        afterMenu(() => openSwap(topic.id))
        return
      case 'lift':
        focusTopicIfLost(topic.id)
        void give({ type: 'topic.lift', topic: topic.id }, t('offer.lifted'))
        return
      case 'start':
        void give({ type: 'topic.start', topic: topic.id }, t('offer.started'))
        return
      case 'goOn':
        void goOn()
        return
      case 'bringBack':
        void give({ type: 'topic.bringBack', topic: topic.id }, t('offer.broughtBack'))
        return
      case 'edit':
      case 'join':
      case 'split':
      case 'conveners':
      case 'withdraw':
        afterMenu(() => openTopicDialog({ kind: deed, topic: topic.id }))
        return
      default:
        deed satisfies never
    }
  }
  return (
    <>
      {standing === 'convener' ? null : <ToldThem />}
      {deeds.map((deed, index) => (
        <Item key={deed} deed={deed} hasLine={deed === 'withdraw' && index > 0} onSelect={() => run(deed)} />
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
