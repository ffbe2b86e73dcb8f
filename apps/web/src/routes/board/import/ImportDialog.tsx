import type { RefObject } from 'react'
import { useState } from 'react'
import { Button } from '../../../parts/Button.tsx'
import { Dialog } from '../../../parts/Dialog.tsx'
import { Notice } from '../../../parts/Notice.tsx'
import { TextArea } from '../../../parts/Field.tsx'
import { t } from '../../../text/index.ts'
import '../../../text/withMenus.ts'
import { ImportPreview } from './ImportPreview.tsx'
import styles from './import.module.css'
import { closeImport } from './openImport.ts'
import type { Failure, Source } from './source.ts'
import { failureText, sourceOf } from './source.ts'

const pastedSource = (text: string): Source => ({
  name: '',
  text,
  isGuessed: false,
  isPasted: true,
})

/** Brings notes from a table: a file or pasted cells, then a preview, then the notes. */
export function ImportDialog({
  text,
  returnFocusTo,
}: {
  /** What was pasted elsewhere, or ''. */
  readonly text: string
  readonly returnFocusTo: readonly RefObject<HTMLElement | null>[]
}) {
  const [source, setSource] = useState<Source | undefined>(text === '' ? undefined : pastedSource(text))
  const [failure, setFailure] = useState<Failure>()
  const startAgain = (why?: Failure) => {
    setSource(undefined)
    setFailure(why)
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => (open ? undefined : closeImport())}
      returnFocusTo={returnFocusTo}
      title={t('intake.title')}
      description={source === undefined ? t('intake.lead') : undefined}
    >
      {source === undefined ? (
        <ChooseSource
          failure={failure}
          onSource={(next) => {
            setFailure(undefined)
            setSource(next)
          }}
          onFailure={setFailure}
        />
      ) : (
        <ImportPreview source={source} onAgain={startAgain} />
      )}
    </Dialog>
  )
}

function ChooseSource({
  failure,
  onSource,
  onFailure,
}: {
  readonly failure: Failure | undefined
  readonly onSource: (source: Source) => void
  readonly onFailure: (failure: Failure | undefined) => void
}) {
  const [pasted, setPasted] = useState('')
  const [reading, setReading] = useState('')
  const handleFile = async (file: File) => {
    onFailure(undefined)
    setReading(file.name)
    const read = await sourceOf(file)
    setReading('')
    if ('code' in read) onFailure(read)
    else onSource(read)
  }
  return (
    <div className={styles['choose']}>
      {failure === undefined ? null : (
        <Notice tone="danger" title={t('intake.failedTitle')}>
          {failureText(failure)}
        </Notice>
      )}
      <div className={styles['file']}>
        <label className={styles['fileButton']}>
          {t('intake.choose')}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            aria-label={t('intake.file')}
            className={styles['fileInput']}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? []
              // The same file may be chosen again after it was mended.
              event.currentTarget.value = ''
              if (file !== undefined) void handleFile(file)
            }}
          />
        </label>
        <p className={styles['aside']} role="status">
          {reading === '' ? t('intake.chooseHint') : t('intake.reading', { name: reading })}
        </p>
      </div>
      <TextArea
        label={t('intake.paste')}
        value={pasted}
        rows={5}
        spellCheck={false}
        className={styles['paste']}
        onChange={(event) => setPasted(event.currentTarget.value)}
      />
      <div>
        <Button
          aria-disabled={pasted.trim() === ''}
          onClick={() => {
            if (pasted.trim() !== '') onSource(pastedSource(pasted))
          }}
        >
          {t('intake.look')}
        </Button>
      </div>
    </div>
  )
}
