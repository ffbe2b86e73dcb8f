import type { AnnouncementView } from '@moot/workshop'
import { useEffect, useState } from 'react'
import { t } from '../../text/index.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './screen.module.css'

/** How long an announcement stays, in ms. */
const STAYS_MS = 4 * 60_000
const LOOK_EVERY_MS = 5_000

/** The latest announcement to everybody, while it is news. Those to some spaces are for them alone. */
export function Said() {
  const { replica, view } = useWorkshop()
  const [now, setNow] = useState(() => replica.serverNow())
  useEffect(() => {
    const timer = setInterval(() => setNow(replica.serverNow()), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [replica])
  const latest = view.me.announcements.find(
    ({ kind, isForAll }: AnnouncementView) => kind === 'words' && isForAll,
  )
  const isNews = latest !== undefined && now - latest.at < STAYS_MS
  return (
    <div role="status" className={styles['saidPlace']}>
      {isNews ? (
        <div className={styles['said']}>
          <p className={styles['saidFrom']}>{t('screen.said')}</p>
          <p className={styles['saidWords']} dir="auto">
            {latest.text}
          </p>
        </div>
      ) : null}
    </div>
  )
}
