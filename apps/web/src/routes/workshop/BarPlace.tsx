import { spaceTitle } from './places.ts'
import { useWorkshop } from './useWorkshop.ts'

/** On a phone, whose bar has room for one name: the space whose board this is, instead of the workshop. */
export function BarPlace({ boardId, className }: { readonly boardId: string; readonly className: string }) {
  const { view } = useWorkshop()
  const slot = Object.hasOwn(view.slots, boardId) ? view.slots[boardId] : undefined
  if (slot === undefined) return null
  return (
    <p className={className} dir="auto">
      {spaceTitle(slot)}
    </p>
  )
}
