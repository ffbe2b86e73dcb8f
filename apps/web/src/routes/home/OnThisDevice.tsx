import type { Visit } from '@moot/client'
import { forgetDevice, forgetVisit, listVisits } from '@moot/client'
import { useState } from 'react'
import { workshopPath } from '../../links.ts'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { later } from '../../parts/later.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { Card } from '../../parts/Page.tsx'
import { Link } from '../../router.tsx'
import { formatDay } from '../../text/format.ts'
import { t } from '../../text/index.ts'
import { Forgetting } from './Forgetting.tsx'
import styles from './OnThisDevice.module.css'

const MakeAnother = later(async () => (await import('./MakeAnother.tsx')).MakeAnother)
const AnotherItems = later(async () => (await import('./AnotherItems.tsx')).AnotherItems, 'withOverlays')

/** What this browser has joined, to go back to or to forget. */
export function OnThisDevice() {
  const [visits, setVisits] = useState(listVisits)
  const [asked, setAsked] = useState<Visit | 'all'>()
  const [making, setMaking] = useState<{ readonly from: Visit; readonly kind: 'plan' | 'follow' }>()

  const handleAnswer = async (isSure: boolean) => {
    const what = asked
    setAsked(undefined)
    if (!isSure || what === undefined) return
    await (what === 'all' ? forgetDevice() : forgetVisit(what.workshopId))
    setVisits(listVisits())
    announce(t('home.forgotten'))
  }

  return (
    <Card className={styles['device']}>
      <h2>{t('home.deviceTitle')}</h2>
      {visits.length === 0 ? (
        <p className={styles['empty']}>{t('home.deviceEmpty')}</p>
      ) : (
        <>
          <ul className={styles['list']}>
            {visits.map((visit) => {
              const title = visit.title || t('home.untitled')
              return (
                <li key={visit.workshopId} className={styles['item']}>
                  <div className={styles['words']}>
                    <Link to={workshopPath(visit.workshopId)} className={styles['title']} dir="auto">
                      {title}
                    </Link>
                    <p className={styles['facts']}>
                      {t('home.deviceItem', {
                        role: t(`parts.${visit.role}`),
                        day: formatDay(visit.joined),
                        name: visit.name,
                      })}
                    </p>
                  </div>
                  <div className={styles['actions']}>
                    {visit.role === 'facilitator' ? (
                      <Menu
                        trigger={
                          <Button look="quiet" aria-label={t('home.anotherNamed', { title })}>
                            {t('home.another')}
                          </Button>
                        }
                      >
                        <AnotherItems onChoose={(kind) => setMaking({ from: visit, kind })} />
                      </Menu>
                    ) : null}
                    <Button
                      look="quiet"
                      onClick={() => setAsked(visit)}
                      aria-label={t('home.forgetNamed', { title })}
                    >
                      {t('home.forget')}
                    </Button>
                  </div>
                </li>
              )
            })}
          </ul>
          <div>
            <Button onClick={() => setAsked('all')}>{t('home.forgetAll')}</Button>
          </div>
        </>
      )}
      {making === undefined ? null : <MakeAnother {...making} onClose={() => setMaking(undefined)} />}
      {asked === undefined ? null : <Forgetting what={asked} onAnswer={handleAnswer} />}
    </Card>
  )
}
