import { t } from '../../text/index.ts'
import '../../text/withPlaces.ts'
import { spaceName } from './places.ts'
import { useWorkshop } from './useWorkshop.ts'

/** On a phone, whose bar has room for one name: the space whose board this is, instead of the workshop. */
export function BarPlace({ boardId, className }: { readonly boardId: string; readonly className: string }) {
  const { view } = useWorkshop()
  const slot = Object.hasOwn(view.slots, boardId) ? view.slots[boardId] : undefined
  if (slot === undefined) return null
  return (
    <p className={className}>
      {slot.title === '' ? (
        spaceName(slot)
      ) : (
        <>
          <span>{t('places.titled', { space: spaceName(slot), title: '' })}</span>
          {/* Cut at its own end, which for some scripts is the left one. */}
          <span dir="auto">{slot.title}</span>
        </>
      )}
    </p>
  )
}
