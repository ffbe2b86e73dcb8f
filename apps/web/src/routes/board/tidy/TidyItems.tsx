import { orderedRegions, SORTS, visibleNotes } from '@moot/board'
import { useMemo } from 'react'
import { MenuItem } from '../../../parts/Menu.tsx'
import { Submenu } from '../../../parts/Submenu.tsx'
import { t } from '../../../text/index.ts'
import '../../../text/withTidy.ts'
import { useScene } from '../scene.ts'
import { sortBy, tidySection } from './tidySection.ts'

/** In *More*: tidying up and sorting, section by section; on a board without sections, all of it. */
export function TidyItems() {
  const scene = useScene()
  const { reading } = scene
  const places = useMemo(() => {
    const regions = orderedRegions(reading)
    const known = new Set(regions.map(({ id }) => id))
    const notes = visibleNotes(reading)
    const hasLoose = notes.some(({ region }) => region === null || !known.has(region))
    const places: { readonly id: string | null; readonly name: string }[] = regions.map(({ id, title }) => ({
      id,
      name: title.trim() || t('list.noSection'),
    }))
    if (hasLoose || regions.length === 0) places.push({ id: null, name: t('board.noSection') })
    return places
  }, [reading])
  const [only, another] = places
  if (only !== undefined && another === undefined) {
    return (
      <>
        <MenuItem onSelect={() => tidySection(scene, only.id)}>{t('tidy.tidyUp')}</MenuItem>
        <Submenu label={t('tidy.sortBy')}>
          <SortItems region={only.id} />
        </Submenu>
      </>
    )
  }
  return (
    <>
      <Submenu label={t('tidy.tidyUpSection')}>
        {places.map(({ id, name }) => (
          <MenuItem key={id ?? ''} onSelect={() => tidySection(scene, id)}>
            {name}
          </MenuItem>
        ))}
      </Submenu>
      <Submenu label={t('tidy.sortSection')}>
        {places.map(({ id, name }) => (
          <Submenu key={id ?? ''} label={name}>
            <SortItems region={id} />
          </Submenu>
        ))}
      </Submenu>
    </>
  )
}

function SortItems({ region }: { readonly region: string | null }) {
  const scene = useScene()
  return SORTS.map((by) => (
    <MenuItem key={by} onSelect={() => sortBy(scene, region, by)}>
      {t(`tidy.${by}`)}
    </MenuItem>
  ))
}

/** In the menu beside a section's heading. */
export function SectionTidyItems({ region }: { readonly region: string | null }) {
  const scene = useScene()
  return (
    <>
      <Submenu label={t('tidy.sortBy')}>
        <SortItems region={region} />
      </Submenu>
      <MenuItem onSelect={() => tidySection(scene, region)}>{t('tidy.onCanvas')}</MenuItem>
    </>
  )
}
