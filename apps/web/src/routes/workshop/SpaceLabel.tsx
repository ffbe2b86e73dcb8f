import type { SpaceView } from '@moot/workshop'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { spaceLabel, spaceLabelRead } from './places.ts'
import { useWorkshop } from './useWorkshop.ts'

/** What this person knows a space by, and how it is read aloud. */
export function SpaceLabel({ space }: { readonly space: SpaceView }) {
  const { view } = useWorkshop()
  const [shown, read] = [spaceLabel(view, space), spaceLabelRead(view, space)]
  if (shown === read) return <bdi>{shown}</bdi>
  return (
    <>
      <bdi aria-hidden="true">{shown}</bdi>
      <VisuallyHidden>{read}</VisuallyHidden>
    </>
  )
}
