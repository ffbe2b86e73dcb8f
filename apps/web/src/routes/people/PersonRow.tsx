import type { Role } from '@moot/workshop'
import { memo, useRef } from 'react'
import { afterMenu } from '../../parts/afterMenu.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { Button } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Menu, MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { openBarDialog } from '../workshop/barDialog.ts'
import styles from './PeopleScreen.module.css'
import type { Deed } from './personDeeds.ts'
import { deedsFor } from './personDeeds.ts'
import type { Standing } from './roster.ts'

/** One person of the roster; plain values, so that a row that did not change is not drawn again. */
export interface PersonRowProps {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly kind: Standing['kind']
  /** How they take part, in words. */
  readonly standing: string
  readonly needs: string
  /** Where they are; `undefined` where there are no spaces. */
  readonly place: string | undefined
  readonly isMe: boolean
  readonly onDeed: (deed: Deed, person: string, from: HTMLElement | null) => void
}

/** See above. */
export const PersonRow = memo(function PersonRow(props: PersonRowProps) {
  const { id, name, role, kind, standing, needs, place, isMe, onDeed } = props
  const button = useRef<HTMLButtonElement>(null)
  const deeds = deedsFor({ role, kind, isMe, hasSpaces: place !== undefined })
  return (
    <tr data-person={id}>
      <th scope="row" className={styles['person']}>
        <span className={styles['who']}>
          <Avatar person={id} name={name} isFaint={kind === 'away' || kind === 'expected'} />
          <span className={styles['name']}>
            <bdi>{name}</bdi>
            {isMe ? <span className={styles['aside']}> ({t('people.you')})</span> : null}
          </span>
        </span>
      </th>
      <td data-column={t('people.role')}>
        {role === 'participant' ? t('people.participant') : <Chip>{t(`people.${role}`)}</Chip>}
      </td>
      <td data-column={t('people.state')}>
        <bdi className={styles['standing']} data-kind={kind}>
          {standing}
        </bdi>
      </td>
      {place === undefined ? null : (
        <td data-column={t('people.space')} className={styles['place']}>
          {place === '' ? <Nothing /> : <bdi>{place}</bdi>}
        </td>
      )}
      <td data-column={t('people.needs')} className={styles['needs']}>
        {needs === '' ? <Nothing /> : <bdi>{needs}</bdi>}
      </td>
      <td className={styles['menu']}>
        <Menu
          trigger={
            <Button ref={button} look="quiet" aria-label={t('people.menuFor', { name })}>
              <span aria-hidden="true">···</span>
            </Button>
          }
        >
          {isMe ? (
            <>
              <MenuItem onSelect={() => openBarDialog('aboutYou')}>{t('people.openAbout')}</MenuItem>
              <MenuItem onSelect={() => openBarDialog('otherDevice')}>{t('people.code')}…</MenuItem>
            </>
          ) : null}
          {deeds.map((deed) => (
            <MenuItem
              key={deed}
              isDangerous={deed === 'takeOff'}
              onSelect={() => afterMenu(() => onDeed(deed, id, button.current))}
            >
              {t(`people.${deed}`)}
              {OPENS.has(deed) ? '…' : ''}
            </MenuItem>
          ))}
        </Menu>
      </td>
    </tr>
  )
})

/** What asks something before it is done. */
const OPENS: ReadonlySet<Deed> = new Set(['code', 'helper', 'byHelper', 'sendTo', 'rename', 'takeOff'])

/** An empty cell: nothing for the eye, nothing for the ear. */
function Nothing() {
  return (
    <span aria-hidden="true" className={styles['aside']}>
      –
    </span>
  )
}
