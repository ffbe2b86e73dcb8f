import type { Region } from '@moot/board'
import { relabelRegion, TITLE_MAX } from '@moot/board'
import type { FormEvent, KeyboardEvent } from 'react'
import { useRef, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Field, TextArea } from '../../parts/Field.tsx'
import { t } from '../../text/index.ts'
import { useScene } from '../board/scene.ts'
import styles from './list.module.css'
import { SectionMenu } from './SectionMenu.tsx'

/** Longest prompt, in UTF-16 units: what the document keeps. */
const PROMPT_MAX = 1000

/** A section's heading and prompt; a facilitator can rename it in place. */
export function SectionHead({
  region,
  count,
  isOnly,
}: {
  readonly region: Region | null
  readonly count: number
  /** There is no other section: then *In no section* would only confuse. */
  readonly isOnly: boolean
}) {
  const { role, mayWrite } = useScene()
  const [isRenaming, setIsRenaming] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (region === null) {
    return (
      <h2 className={isOnly ? 'visually-hidden' : styles['sectionTitle']} tabIndex={-1}>
        {t(isOnly ? 'list.allNotes' : 'list.otherSection')}
      </h2>
    )
  }
  const name = region.title.trim() || t('list.noSection')
  if (isRenaming) {
    return (
      <SectionForm
        region={region}
        onDone={() => {
          setIsRenaming(false)
          requestAnimationFrame(() => button.current?.focus())
        }}
      />
    )
  }
  return (
    <>
      <div className={styles['sectionHead']}>
        <h2 className={styles['sectionTitle']} data-hue={region.hue} tabIndex={-1} dir="auto">
          {name} <span className={styles['count']}>{t('list.notes', { count })}</span>
        </h2>
        {role === 'facilitator' && mayWrite ? (
          <Button
            ref={button}
            look="quiet"
            size="small"
            aria-label={t('list.renameNamed', { section: name })}
            onClick={() => setIsRenaming(true)}
          >
            {t('workshop.rename')}
          </Button>
        ) : null}
        <SectionMenu region={region} name={name} canSort={mayWrite && count > 1} />
      </div>
      {region.prompt.trim() === '' ? null : (
        <p className={styles['prompt']} dir="auto">
          {region.prompt}
        </p>
      )}
    </>
  )
}

function SectionForm({ region, onDone }: { readonly region: Region; readonly onDone: () => void }) {
  const { replica } = useScene()
  const [title, setTitle] = useState(region.title)
  const [prompt, setPrompt] = useState(region.prompt)
  const [error, setError] = useState<string>()
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') {
      setError(t('list.sectionMissing'))
      return
    }
    if (title !== region.title || prompt !== region.prompt) {
      relabelRegion(replica.writer, region.id, { title: title.trim(), prompt: prompt.trim() })
    }
    onDone()
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone()
  }
  return (
    <form className={styles['sectionForm']} onSubmit={handleSubmit}>
      <Field
        label={t('list.sectionTitle')}
        error={error}
        value={title}
        maxLength={TITLE_MAX}
        autoFocus
        onKeyDown={handleKeyDown}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextArea
        label={t('list.sectionPrompt')}
        hint={t('list.sectionPromptHint')}
        optional
        value={prompt}
        maxLength={PROMPT_MAX}
        rows={2}
        onKeyDown={handleKeyDown}
        onChange={(event) => setPrompt(event.currentTarget.value)}
      />
      <div className={styles['formActions']}>
        <Button submits>{t('list.sectionSave')}</Button>
        <Button look="quiet" onClick={onDone}>
          {t('parts.cancel')}
        </Button>
      </div>
    </form>
  )
}
