import { useEffect } from 'react'
import { workshopPath } from '../../links.ts'
import { Button } from '../../parts/Button.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import '../../text/withPeople.ts'
import { toast } from '../boards/toast.tsx'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './Asks.module.css'

/** Requests that are shown at once under the bar of every screen; the others are on the list of people. */
const SHOWN_IN_BAR = 2

/** Under the bar: for facilitators who asks to write for somebody, for who asked what became of it. */
export function AskBar({
  isOnRoster,
}: {
  /** The roster has them all already. */ readonly isOnRoster: boolean
}) {
  const { view } = useWorkshop()
  useAnswer()
  return view.me.role === 'facilitator' && !isOnRoster ? <Asks most={SHOWN_IN_BAR} /> : null
}

/** Who asks to write for somebody without a connection: yes or no, in one tap. */
export function Asks({ most = Infinity }: { readonly most?: number }) {
  const { replica, view, workshopId } = useWorkshop()
  const asks = Object.entries(view.asks).toSorted(([, a], [, b]) => a.at - b.at)
  const left = asks.length - most
  if (asks.length === 0) return null
  const answer = async (ask: string, isYes: boolean) => {
    const said = await replica.command({ type: 'help.answer', ask, isYes })
    if (!said.ok && said.code !== 'no_such_ask') toast({ words: refusalText(said) })
    focusIfLost()
  }
  return (
    <section className={styles['asks']} aria-label={t('people.asks')}>
      <ul className={styles['list']} aria-live="polite">
        {asks.slice(0, most).map(([id, { name, by }]) => {
          const helper = view.people[by]?.name ?? ''
          return (
            <li key={id} className={styles['ask']}>
              <span className={styles['words']} dir="auto">
                {t('people.ask', { helper, name })}
              </span>
              <span className={styles['answers']}>
                <Button
                  aria-label={t('people.yesTo', { helper, name })}
                  onClick={() => void answer(id, true)}
                >
                  {t('people.yes')}
                </Button>
                <Button
                  look="quiet"
                  aria-label={t('people.noTo', { helper, name })}
                  onClick={() => void answer(id, false)}
                >
                  {t('people.no')}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
      {left > 0 ? (
        <Link to={workshopPath(workshopId, 'people')} className={styles['more']}>
          {t('people.moreAsks', { count: left })}
        </Link>
      ) : null}
    </section>
  )
}

/** Tells who asked what the answer was, wherever they are by then. */
function useAnswer(): void {
  const { replica, view } = useWorkshop()
  const asked = view.me.asks.join('\n')
  useEffect(() => {
    if (asked === '') return
    return () => {
      const now = replica.store.getState().view
      if (now === undefined) return
      const helped = now.me.assists.map((id) => now.people[id]?.name)
      for (const name of asked.split('\n')) {
        if (now.me.asks.includes(name)) continue
        toast({ words: t(helped.includes(name) ? 'people.writingNow' : 'people.saidNo', { name }) })
      }
    }
  }, [asked, replica])
}
