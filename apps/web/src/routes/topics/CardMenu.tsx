import type { TopicView } from '@moot/workshop'
import { afterMenu } from '../../parts/afterMenu.ts'
import { Button } from '../../parts/Button.tsx'
import { Menu, MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { openPlace, openSwap } from './placeDialog.ts'
import { usePlacingHere } from './placing.tsx'

/** ⋯ of a card: where it is to be. */
export function CardMenu({ topic, canMove }: { readonly topic: TopicView; readonly canMove: boolean }) {
  const { lift } = usePlacingHere()
  if (!canMove) return null
  const { id } = topic
  const isPlaced = topic.state === 'scheduled'
  const question = topic.questions[0]?.text ?? ''
  return (
    <Menu
      trigger={
        <Button look="quiet" size="small" aria-label={t('topics.moreFor', { question })} data-topic-menu={id}>
          <span aria-hidden="true">⋯</span>
        </Button>
      }
    >
      <MenuItem onSelect={() => afterMenu(() => openPlace(id))}>
        {t(isPlaced ? 'topics.move' : 'topics.place')}
      </MenuItem>
      {isPlaced ? (
        <>
          <MenuItem onSelect={() => afterMenu(() => openSwap(id))}>{t('topics.swapMenu')}</MenuItem>
          <MenuItem onSelect={() => void lift(id)}>{t('topics.lift')}</MenuItem>
        </>
      ) : null}
    </Menu>
  )
}
