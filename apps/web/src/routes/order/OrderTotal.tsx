import { t } from '../../text/index.ts'
import { bothTimes } from '../../text/zones.ts'
import { useServerNow } from '../run/countdown.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './order.module.css'
import { plannedTimes } from './plannedTimes.ts'

/** How long it takes, and from when to when: here, and at home. Drawn anew as time goes on. */
export function OrderTotal() {
  const { view } = useWorkshop()
  const now = useServerNow()
  const { minutes, ends, isIfNow } = plannedTimes(view, now)
  const { zone, starts } = view.workshop
  const to = bothTimes(ends, zone)
  const from = bothTimes(Math.max(now, starts), zone)
  const said = (here: string, begins: string): string => {
    if (view.now.ended !== null) return t('order.hasEnded', { to: here })
    if (view.now.stage !== null) return t('order.running', { to: here })
    return isIfNow ? t('order.ifNow', { to: here }) : t('order.fromTo', { from: begins, to: here })
  }
  return (
    <p className={styles['total']}>
      <strong>{t('order.total', { count: minutes })}</strong>
      {' · '}
      {said(to.here, from.here)}
      {to.home === undefined
        ? null
        : ` (${t('run.inZone', {
            time: said(to.home.time, from.home?.time ?? from.here),
            place: to.home.place,
          })})`}
    </p>
  )
}
