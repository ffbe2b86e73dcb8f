import { Heading } from '../../parts/Heading.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import '../../text/withOrder.ts'
import '../../text/withRun.ts'
import { stagesInOrder } from '../workshop/runningOrder.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { AboutWorkshop } from './AboutWorkshop.tsx'
import styles from './order.module.css'
import { OrderList } from './OrderList.tsx'
import { OrderTotal } from './OrderTotal.tsx'
import { EmptyOrder } from './EmptyOrder.tsx'

/** The running order, for editing, and what the workshop says about itself. */
export function Order() {
  const { view } = useWorkshop()
  const stages = stagesInOrder(view.stages)
  const heading = <Heading page={t('order.title')}>{t('order.title')}</Heading>
  if (view.me.role !== 'facilitator') {
    return (
      <div className={styles['screen']}>
        {heading}
        <Notice>{t('order.onlyFacilitators')}</Notice>
      </div>
    )
  }
  return (
    <div className={styles['screen']}>
      <div className={styles['head']}>
        {heading}
        {stages.length === 0 ? null : <OrderTotal />}
      </div>
      {stages.length === 0 ? <EmptyOrder /> : <OrderList stages={stages} />}
      <AboutWorkshop />
    </div>
  )
}
