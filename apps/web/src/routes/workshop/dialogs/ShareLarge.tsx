import { useEffect } from 'react'
import { spellCode } from '../../../links.ts'
import { Button } from '../../../parts/Button.tsx'
import { overlays } from '../../../parts/overlays.ts'
import { QrCode } from '../../../parts/QrCode.tsx'
import { t } from '../../../text/index.ts'
import { useWorkshop } from '../useWorkshop.ts'
import styles from './Share.module.css'

/** QR code, address and code as large as the screen, for a projector. */
export function ShareLarge({
  link,
  code,
  address,
  onClose,
}: {
  readonly link: string
  readonly code: string
  readonly address: string
  readonly onClose: () => void
}) {
  const { view } = useWorkshop()
  // Share, a dialog, was open before this.
  const { Dialog: Base } = overlays()
  useEffect(() => {
    // Without the browser's bars where it lets us; else the page alone is large enough.
    document.documentElement.requestFullscreen?.().catch(() => undefined)
    return () => {
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined)
    }
  }, [])
  return (
    <Base.Root open onOpenChange={onClose}>
      <Base.Portal>
        <Base.Content className={styles['large']} aria-describedby={undefined}>
          <div className={styles['largeHead']}>
            <Base.Title className={styles['largeTitle']} dir="auto">
              {t('share.largeTitle', { title: view.workshop.title || t('workshop.untitled') })}
            </Base.Title>
            <Base.Close asChild>
              <Button size="large">{t('parts.close')}</Button>
            </Base.Close>
          </div>
          <div className={styles['largeBody']}>
            <QrCode text={link} className={styles['largeQr'] ?? ''} />
            <div className={styles['largeWords']}>
              <p>{t('share.largeScan', { address })}</p>
              <p className={styles['largeCode']}>{spellCode(code)}</p>
            </div>
          </div>
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}
