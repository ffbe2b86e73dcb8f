import type { SpaceView } from '@moot/workshop'
import { afterMenu } from '../../parts/afterMenu.ts'
import { Button } from '../../parts/Button.tsx'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../parts/Menu.tsx'
import { Submenu } from '../../parts/Submenu.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { useDeed } from '../offer/useDeed.ts'
import type { ListedSpace } from '../workshop/places.ts'
import { goToSpace, pathWithin } from '../workshop/goTo.ts'
import { useGive } from '../workshop/useGive.ts'
import { useSteadyWorkshop, useWorkshop } from '../workshop/useWorkshop.ts'
import { openSpaceChange } from './openSpaces.ts'
import { attending } from './roster.ts'
import type { TakenAway } from './useTakingAway.ts'
import type { SpaceTopic } from './useTopicsOf.ts'

/** What can be done from here about the topic that goes on in it. */
const COURSE = ['moreTime', 'end'] as const

/** What is asked of a space beside looking in and going there. */
export interface SpaceMenuProps {
  readonly space: ListedSpace
  /** What the space is called when it is read aloud. */
  readonly label: string
  /** The topic that it has in this round, if any. */
  readonly topic: SpaceTopic | undefined
  readonly onNudge: () => void
  readonly onTakeAway: (space: ListedSpace, how: TakenAway) => void
}

/** ⋯ of a space, for facilitators. */
export function SpaceMenu(props: SpaceMenuProps) {
  return (
    <Menu
      trigger={
        <Button look="quiet" size="small" aria-label={t('spaces.moreFor', { space: props.label })}>
          <span aria-hidden="true">⋯</span>
        </Button>
      }
    >
      <Items {...props} />
    </Menu>
  )
}

/** Made when the menu opens. */
function Items({ space, topic, onNudge, onTakeAway }: SpaceMenuProps) {
  const act = useDeed()
  const open = useSteadyWorkshop()
  return (
    <>
      <MenuItem onSelect={() => goToSpace(open, space.id)}>{t('spaces.goThere')}</MenuItem>
      {topic === undefined ? null : (
        <MenuItem
          onSelect={() => afterMenu(() => navigate(pathWithin(open.workshopId, { topic: topic.id })))}
        >
          {t('spaces.topicPage')}
        </MenuItem>
      )}
      {topic?.state === 'running'
        ? COURSE.map((deed) => (
            <MenuItem key={deed} onSelect={() => afterMenu(() => act(deed, topic.id))}>
              {t(`offer.do_${deed}`)}
            </MenuItem>
          ))
        : null}
      {space.isOn ? (
        <>
          <MenuItem onSelect={onNudge}>{t('spaces.nudge')}</MenuItem>
          <NoteTakers space={space} />
        </>
      ) : null}
      <MenuItem onSelect={() => afterMenu(() => openSpaceChange(space.id))}>{t('spaces.change')}</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => afterMenu(() => onTakeAway(space, 'fold'))}>{t('spaces.fold')}</MenuItem>
      <MenuItem isDangerous onSelect={() => afterMenu(() => onTakeAway(space, 'remove'))}>
        {t('spaces.remove')}
      </MenuItem>
    </>
  )
}

/** *Name a note-taker*: those who are there, one tap. */
function NoteTakers({ space }: { readonly space: ListedSpace }) {
  const { view } = useWorkshop()
  const give = useGive()
  const there = attending(view).filter(
    ({ id, via, role, place }) =>
      via === undefined && role !== 'observer' && (place.space === space.id || id === space.noteTaker),
  )
  return (
    <Submenu label={t('spaces.nameNoteTaker')}>
      {there.length === 0 ? (
        <MenuItem disabled>{t('spaces.nobodyThere')}</MenuItem>
      ) : (
        <MenuChoice
          label={t('spaces.nameNoteTaker')}
          value={space.noteTaker ?? ''}
          options={[
            ...there.map(({ id, name }) => ({ value: id, label: name })),
            ...(space.noteTaker === null ? [] : [{ value: '', label: t('spaces.noNoteTakerAnyMore') }]),
          ]}
          onChange={(id) =>
            void give({ type: 'space.noteTaker', space: space.id, person: id === '' ? null : id })
          }
        />
      )}
    </Submenu>
  )
}

/** Name or link of a space's room in the video call, where there is one. */
export function VideoRoomOf({ space }: { readonly space: Pick<SpaceView, 'videoName' | 'videoLink'> }) {
  const { videoName, videoLink } = space
  if (videoName === '' && videoLink === '') return null
  const words = videoName === '' ? t('spaces.videoRoomBare') : t('spaces.videoRoom', { name: videoName })
  return videoLink === '' ? (
    <bdi>{words}</bdi>
  ) : (
    <a href={videoLink} target="_blank" rel="noreferrer" dir="auto">
      {words}
    </a>
  )
}
