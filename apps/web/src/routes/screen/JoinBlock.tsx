import { codeAddress, linkOf, spellCode } from '../../links.ts'
import { QrCode } from '../../parts/QrCode.tsx'
import { t } from '../../text/index.ts'
import { useAbout } from '../../useAbout.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './screen.module.css'

/** How to come in: QR code, address to type, code. */
export function JoinBlock({ isLarge = false }: { readonly isLarge?: boolean }) {
  const { workshopId, view } = useWorkshop()
  const publicUrl = useAbout()?.publicUrl ?? ''
  const { join, code } = view.links
  if (join === undefined || code === undefined) return null
  return (
    <section className={styles['join']} data-large={isLarge || undefined} aria-label={t('screen.join')}>
      <div className={styles['qrPlace']}>
        <QrCode
          text={linkOf(publicUrl, workshopId, { kind: 'join', key: join })}
          className={styles['qr'] ?? ''}
        />
      </div>
      <div className={styles['joinWords']}>
        <p>{t('screen.joinAt')}</p>
        <p className={styles['address']}>{codeAddress(publicUrl)}</p>
        <p>{t('screen.joinCode')}</p>
        <p className={styles['code']}>{spellCode(code)}</p>
      </div>
    </section>
  )
}
