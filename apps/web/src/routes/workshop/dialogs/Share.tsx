import { useState } from 'react'
import { codeAddress, linkOf } from '../../../links.ts'
import { Button } from '../../../parts/Button.tsx'
import { CopyField } from '../../../parts/CopyField.tsx'
import { Dialog } from '../../../parts/Dialog.tsx'
import { Notice } from '../../../parts/Notice.tsx'
import { QrCode } from '../../../parts/QrCode.tsx'
import { t } from '../../../text/index.ts'
import { useAbout } from '../../../useAbout.ts'
import { useWorkshop } from '../useWorkshop.ts'
import { CodeToType } from './CodeToType.tsx'
import type { BarDialog } from './Dialogs.tsx'
import { ShareLarge } from './ShareLarge.tsx'
import styles from './Share.module.css'

/** Every way to let somebody in: link, code, QR code; for facilitators also the link to watch. */
export function Share({ onClose, returnFocusTo }: BarDialog) {
  const { workshopId, view } = useWorkshop()
  const [isLarge, setIsLarge] = useState(false)
  const publicUrl = useAbout()?.publicUrl ?? ''
  const { join, code, observer } = view.links
  const address = codeAddress(publicUrl)

  if (join === undefined || code === undefined) {
    return (
      <Dialog open onOpenChange={onClose} returnFocusTo={returnFocusTo} title={t('share.title')}>
        <p>{t('share.observerOnly')}</p>
      </Dialog>
    )
  }
  const link = linkOf(publicUrl, workshopId, { kind: 'join', key: join })
  if (isLarge) {
    return <ShareLarge link={link} code={code} address={address} onClose={() => setIsLarge(false)} />
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocusTo={returnFocusTo}
      title={t('share.title')}
      description={t('share.lead')}
      wide
    >
      {isThisComputerOnly(link) ? <Notice tone="attention">{t('share.thisComputerOnly')}</Notice> : null}
      <div className={styles['ways']}>
        <div className={styles['words']}>
          <CopyField label={t('share.link')} value={link} action={t('share.copyLink')} look="primary" />
          <CodeToType label={t('share.code')} code={code} address={address} />
          {observer === undefined ? null : (
            <CopyField
              label={t('share.observer')}
              hint={t('share.observerHint')}
              value={linkOf(publicUrl, workshopId, { kind: 'observer', key: observer })}
            />
          )}
        </div>
        <div className={styles['picture']}>
          <QrCode text={link} />
          <Button onClick={() => setIsLarge(true)}>{t('share.large')}</Button>
        </div>
      </div>
    </Dialog>
  )
}

/** Whether a link leads to the machine it is opened on: then it is of no use to anybody else. */
function isThisComputerOnly(link: string): boolean {
  return URL.canParse(link) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(link).hostname)
}
