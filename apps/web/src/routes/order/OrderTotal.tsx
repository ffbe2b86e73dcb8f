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
  const isPlanned = view.now.stage === null && view.now.ended === null && !isIfNow
  const times = (begin: string, end: string): string =>
    isPlanned ? t('order.fromTo', { from: begin, to: end }) : end
  const said =
    view.now.ended !== null
      ? t('order.hasEnded', { to: to.here })
      : view.now.stage !== null
        ? t('order.running', { to: to.here })
        : isPlanned
          ? times(from.here, to.here)
          : t('order.ifNow', { to: to.here })
  return (
    <p className={styles['total']}>
      <strong>{t('order.total', { count: minutes })}</strong> · {said}
      {to.home === undefined
        ? null
        : ` (${t('order.homeTimes', {
            times: times(from.home?.time ?? from.here, to.home.time),
            place: to.home.place,
          })})`}
    </p>
  )
}
