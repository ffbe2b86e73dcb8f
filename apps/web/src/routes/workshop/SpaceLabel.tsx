import type { SpaceView } from '@moot/workshop'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { apart } from '../../text/apart.ts'
import { spaceLabel, spaceLabelRead } from './places.ts'
import { useWorkshop } from './useWorkshop.ts'

/** What this person knows a space by, and how it is read aloud. */
export function SpaceLabel({ space }: { readonly space: SpaceView }) {
  const { view } = useWorkshop()
  const [shown, read] = [spaceLabel(view, space), spaceLabelRead(view, space)]
  // A title that runs the other way, and the dots where it was cut, keep together.
  const isolated = spaceLabel(view, { ...space, title: apart(space.title) })
  if (shown === read) return <bdi>{isolated}</bdi>
  return (
    <>
      <bdi aria-hidden="true">{isolated}</bdi>
      <VisuallyHidden>{read}</VisuallyHidden>
    </>
  )
}
