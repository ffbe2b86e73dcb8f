import { rejoinResult } from '@moot/protocol'
import { useCallback, useEffect, useRef, useState } from 'react'
import { codeAddress, linkOf } from '../../../links.ts'
import { Button } from '../../../parts/Button.tsx'
import { CopyField } from '../../../parts/CopyField.tsx'
import { Dialog } from '../../../parts/Dialog.tsx'
import { Notice } from '../../../parts/Notice.tsx'
import { QrCode } from '../../../parts/QrCode.tsx'
import { t } from '../../../text/index.ts'
import { refusalText } from '../../../text/refusalText.ts'
import '../../../text/withFrame.ts'
import '../../../text/withPeople.ts'
import '../../../text/withShare.ts'
import { useAbout } from '../../../useAbout.ts'
import { useWorkshop } from '../useWorkshop.ts'
import styles from './BarDialog.module.css'
import { CodeToType } from './CodeToType.tsx'
import type { BarDialog } from './Dialogs.tsx'

const MINUTE_MS = 60_000
/** How often the minutes left are counted anew, in ms. */
const LOOK_EVERY_MS = 5_000

type Made =
  | { readonly state: 'making' }
  | { readonly state: 'made'; readonly code: string; readonly expires: number }
  | { readonly state: 'refused'; readonly words: string }

/**
 * The same person on a second device: a link that works once, for ten minutes.
 *
 * @param person - somebody else, for whom a facilitator makes it; oneself where it is left out
 */
export function OtherDevice({
  onClose,
  returnFocusTo,
  person,
}: BarDialog & { readonly person?: { readonly id: string; readonly name: string } }) {
  const { workshopId, replica } = useWorkshop()
  const publicUrl = useAbout()?.publicUrl ?? ''
  const [made, setMade] = useState<Made>({ state: 'making' })
  const [now, setNow] = useState(() => replica.serverNow())
  const hasAsked = useRef(false)
  const forWhom = person?.id
  const name = person?.name ?? ''

  const make = useCallback(async () => {
    setMade({ state: 'making' })
    const answer = await replica.command({
      type: 'person.rejoinCode',
      ...(forWhom === undefined ? {} : { person: forWhom }),
    })
    setNow(replica.serverNow())
    if (!answer.ok) {
      setMade({ state: 'refused', words: refusalText(answer) })
      return
    }
    const result = rejoinResult.safeParse(answer.result)
    setMade(
      result.success
        ? { state: 'made', ...result.data }
        : { state: 'refused', words: t('refusals.unreadable') },
    )
  }, [replica, forWhom])

  useEffect(() => {
    // Once, although React runs effects twice while developing: every code that is made is one more that works.
    if (!hasAsked.current) {
      hasAsked.current = true
      void make()
    }
    const timer = setInterval(() => setNow(replica.serverNow()), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [make, replica])

  const minutes = made.state === 'made' ? Math.ceil((made.expires - now) / MINUTE_MS) : 0
  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocusTo={returnFocusTo}
      title={person === undefined ? t('frame.otherDevice') : t('people.personCode', { name })}
      description={person === undefined ? t('frame.otherDeviceLead') : t('people.personCodeLead', { name })}
    >
      {made.state === 'making' ? <p>{t('frame.making')}</p> : null}
      {made.state === 'refused' ? <Notice tone="danger">{made.words}</Notice> : null}
      {made.state === 'made' && minutes > 0 ? (
        <>
          <div className={styles['qr']}>
            <QrCode text={linkOf(publicUrl, workshopId, { kind: 'rejoin', key: made.code })} />
          </div>
          <CopyField
            label={person === undefined ? t('frame.otherDeviceLink') : t('people.personCodeLink')}
            value={linkOf(publicUrl, workshopId, { kind: 'rejoin', key: made.code })}
          />
          <CodeToType label={t('frame.otherDeviceCode')} code={made.code} address={codeAddress(publicUrl)} />
          <p className={styles['aside']}>
            {person === undefined
              ? t('frame.otherDeviceLeft', { count: minutes })
              : t('people.personCodeLeft', { count: minutes, name })}
          </p>
        </>
      ) : null}
      {made.state === 'made' && minutes <= 0 ? <p>{t('frame.otherDeviceOver')}</p> : null}
      {made.state === 'refused' || (made.state === 'made' && minutes <= 0) ? (
        <div>
          <Button look="primary" onClick={make}>
            {t('frame.otherDeviceAgain')}
          </Button>
        </div>
      ) : null}
    </Dialog>
  )
}
