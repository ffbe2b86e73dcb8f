import type { WriteUp } from '@moot/writeup'
import { notesCsv, plainText, themesCsv, writeUpMarkdown } from '@moot/writeup'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { copyText } from '../../parts/copyText.ts'
import { downloadBlob, downloadText } from '../../parts/downloadText.ts'
import { t } from '../../text/index.ts'
import { fileName } from './fileName.ts'
import { screenWords } from './screenWords.ts'
import styles from './writeup.module.css'

/** *Copy everything* and the downloads: made in this browser, from what the page shows. */
export function TakeAway({ value }: { readonly value: WriteUp }) {
  const [said, setSaid] = useState('')
  /** The words to copy by hand, where the browser does not let us. */
  const [byHand, setByHand] = useState<string>()
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()

  useLayoutEffect(() => {
    if (byHand === undefined) return
    field.current?.focus()
    field.current?.select()
  }, [byHand])

  const handleCopy = async () => {
    const text = plainText(value, screenWords)
    const isCopied = await copyText(text)
    setSaid(t(isCopied ? 'writeup.copied' : 'writeup.copyYourself'))
    setByHand(isCopied ? undefined : text)
  }

  return (
    <div className={styles['takeAway']} role="group" aria-label={t('writeup.actions')}>
      <Button look="primary" onClick={handleCopy}>
        {t('writeup.copy')}
      </Button>
      <Button onClick={() => downloadText(fileName(value.title, 'md'), writeUpMarkdown(value, screenWords))}>
        {t('writeup.downloadMarkdown')}
      </Button>
      <Button onClick={() => downloadTable(fileName(value.title, 'csv'), notesCsv(value))}>
        {t('writeup.downloadCsv')}
      </Button>
      <Button onClick={() => downloadTable(fileName(`${value.title} themes`, 'csv'), themesCsv(value))}>
        {t('writeup.downloadThemes')}
      </Button>
      <Button look="quiet" onClick={() => print()}>
        {t('writeup.print')}
      </Button>
      <p role="status" className={styles['said']}>
        {said}
      </p>
      {byHand === undefined ? null : (
        <div className={styles['byHand']}>
          <label htmlFor={id}>{t('writeup.copyField')}</label>
          <textarea id={id} ref={field} readOnly rows={8} value={byHand} />
        </div>
      )}
    </div>
  )
}

function downloadTable(name: string, table: string): void {
  downloadBlob(name, new Blob([table], { type: 'text/csv;charset=utf-8' }))
}
