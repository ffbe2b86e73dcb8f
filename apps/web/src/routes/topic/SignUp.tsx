import type { TopicView } from '@moot/workshop'
import { Button } from '../../parts/Button.tsx'
import { t } from '../../text/index.ts'
import { mine, namesOf, signedUp } from '../workshop/topicsHere.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './topic.module.css'

/** Who means to come: how many, and their names where the workshop shows them. */
export function SignUps({ topic }: { readonly topic: TopicView }) {
  const { view } = useWorkshop()
  const names = namesOf(view, topic.names)
  const said = t('topic.signUps', { count: topic.signUps })
  return (
    <p className={styles['line']} dir="auto">
      {names === '' ? said : t('topic.signUpsNamed', { said, names })}
    </p>
  )
}

/** *Sign up*, for oneself and for everybody one writes for. It says that one means to come, no more (OS-11). */
export function SignUp({ topic, isPrimary }: { readonly topic: TopicView; readonly isPrimary: boolean }) {
  const { view } = useWorkshop()
  const give = useGive()
  if (view.me.role === 'observer') return null
  const on = signedUp(view, topic)
  // Whoever offered it comes anyway.
  const others = mine(view).filter((person) => !topic.conveners.includes(person))
  return (
    <>
      {others.map((person) => {
        const isOn = on.includes(person)
        const isMe = person === view.me.person
        const name = view.people[person]?.name ?? ''
        const words = isMe
          ? t(isOn ? 'topic.signedUp' : 'topic.signUp')
          : t(isOn ? 'topic.signedUpFor' : 'topic.signUpFor', { name })
        return (
          <Button
            key={person}
            look={isPrimary && isMe && !isOn ? 'primary' : 'secondary'}
            className={isOn ? styles['isOn'] : undefined}
            onClick={() =>
              void give(
                {
                  type: 'topic.signUp',
                  topic: topic.id,
                  isOn: !isOn,
                  ...(isMe ? {} : { person }),
                },
                t(isOn ? 'topic.saidSignedOff' : 'topic.saidSignedUp'),
              )
            }
          >
            <bdi>{words}</bdi>
          </Button>
        )
      })}
    </>
  )
}
