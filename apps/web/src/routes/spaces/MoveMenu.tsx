import { Button } from '../../parts/Button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { openSpaces, spaceLabel, spaceTitle } from '../workshop/places.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'

/** *Move…*: a menu of the spaces. One tap, no question; nobody is moved, they are shown where to go. */
export function MoveMenu({
  person,
  name,
  isName = false,
}: {
  readonly person: string
  readonly name: string
  /** The button is the name itself. */
  readonly isName?: boolean
}) {
  return (
    <Menu
      trigger={
        isName ? (
          <Button size="small" aria-label={t('spaces.placeMenu', { name })}>
            <bdi>{name}</bdi>
          </Button>
        ) : (
          <Button look="quiet" size="small" aria-label={t('spaces.movePerson', { name })}>
            {t('spaces.move')}
          </Button>
        )
      }
    >
      <Targets person={person} name={name} />
    </Menu>
  )
}

/** Made when the menu opens. */
function Targets({ person, name }: { readonly person: string; readonly name: string }) {
  const { view } = useWorkshop()
  const give = useGive()
  const sent = view.people[person]?.place?.sent ?? null
  const send = (space: string | null, words?: string): void =>
    void give({ type: 'people.send', places: [{ person, space }] }, words)
  return (
    <>
      {openSpaces(view.spaces).map((space) => (
        <MenuItem
          key={space.id}
          disabled={space.id === sent}
          onSelect={() => send(space.id, t('spaces.moved', { name, space: spaceTitle(space) }))}
        >
          <bdi>{spaceLabel(view, space)}</bdi>
        </MenuItem>
      ))}
      {sent === null ? null : (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => send(null)}>{t('spaces.letChoose')}</MenuItem>
        </>
      )}
    </>
  )
}
