import { memo, useState } from 'react'
import { Button, classes } from '../../parts/Button.tsx'
import { Menu, MenuSwitch } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { useGive } from '../workshop/useGive.ts'
import { listOf } from '../workshop/topicsHere.ts'
import type { Voice } from './people.ts'
import styles from './card.module.css'

/**
 * *Sign up* and *Signed up ✓*: for oneself by one press, and where one writes for others in a menu of names (A17). What
 * was pressed stands until the view has caught up: the button answers the finger, not the line.
 */
export const SignUp = memo(function SignUp({
  topic,
  question,
  voices,
  signedUp,
}: {
  /** Its id. */
  readonly topic: string
  readonly question: string
  readonly voices: readonly Voice[]
  /** Ids of those of them who signed up, separated by spaces. */
  readonly signedUp: string
}) {
  const give = useGive()
  const [wanted, setWanted] = useState<Readonly<Record<string, boolean>>>({})
  const [before, setBefore] = useState(signedUp)
  if (before !== signedUp) {
    setBefore(signedUp)
    setWanted({})
  }
  const there = new Set(signedUp.split(' '))
  const isOn = (id: string): boolean => wanted[id] ?? there.has(id)
  const press = async ({ id, name, isMe }: Voice): Promise<void> => {
    const next = !isOn(id)
    setWanted((those) => ({ ...those, [id]: next }))
    const isDone = await give(
      { type: 'topic.signUp', topic, isOn: next, ...(isMe ? {} : { person: id }) },
      t(next ? 'topics.saidSignedUp' : 'topics.saidSignedOff', { name, question }),
    )
    if (!isDone) setWanted(({ [id]: _, ...those }) => those)
  }
  const [first, ...others] = voices
  if (first === undefined) return null
  if (others.length === 0 && first.isMe) {
    const on = isOn(first.id)
    return (
      <Button
        className={classes(styles['signUp'], on && styles['signedUp'])}
        aria-label={t(on ? 'topics.signedUpFor' : 'topics.signUpFor', { question })}
        data-signed-up={on}
        onClick={() => void press(first)}
      >
        {t(on ? 'topics.signedUp' : 'topics.signUp')}
      </Button>
    )
  }
  const names = listOf(voices.filter(({ id }) => isOn(id)).map(({ name }) => name))
  return (
    <Menu
      align="start"
      trigger={
        <Button
          className={classes(styles['signUp'], names !== '' && styles['signedUp'])}
          aria-label={
            names === ''
              ? t('topics.signUpMenuFor', { question })
              : t('topics.signedUpNamesFor', { names, question })
          }
        >
          <bdi>{names === '' ? t('topics.signUpMenu') : t('topics.signedUpNames', { names })}</bdi>
        </Button>
      }
    >
      {voices.map((voice) => (
        <MenuSwitch key={voice.id} checked={isOn(voice.id)} onChange={() => void press(voice)}>
          <bdi>{voice.name}</bdi>
        </MenuSwitch>
      ))}
    </Menu>
  )
})
