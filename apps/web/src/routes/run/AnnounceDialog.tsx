import { ANNOUNCEMENT_MAX, cleanLine } from '@moot/workshop'
import type { FormEvent, RefObject } from 'react'
import { useRef, useState } from 'react'
import { announce } from '../../parts/announce.ts'
import { Button, classes } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { TextArea } from '../../parts/Field.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { spacesInOrder, spaceTitle } from '../workshop/places.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import own from './AnnounceDialog.module.css'
import styles from './run.module.css'

/** From so few letters on it says how many are left. */
const NEAR_LIMIT = 80

/** Telling everybody something, or those in some spaces. */
export function AnnounceDialog({
  onClose,
  returnFocusTo,
}: {
  readonly onClose: () => void
  readonly returnFocusTo: RefObject<HTMLElement | null>
}) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('run.announceTitle')}
      description={t('run.announceLead')}
      returnFocusTo={[returnFocusTo]}
    >
      <AnnounceForm onDone={onClose} />
    </Dialog>
  )
}

function AnnounceForm({ onDone }: { readonly onDone: () => void }) {
  const { view, replica } = useWorkshop()
  const [text, setText] = useState('')
  const [to, setTo] = useState<'all' | 'some'>('all')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [error, setError] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const left = ANNOUNCEMENT_MAX - text.trim().length
  const spaces = spacesInOrder(view.spaces).filter(
    ({ kind, isOn, isHidden }) => !isHidden && (kind !== 'breakout' || isOn),
  )
  const places = spaces.filter(({ id }) => chosen.has(id)).map(({ id }) => id)

  const handleSubmit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (isBusy) return
    setProblem(undefined)
    if (cleanLine(text) === '' || left < 0) {
      setError(left < 0 ? t('run.announceOver', { count: -left }) : t('run.announceEmpty'))
      field.current?.focus()
      return
    }
    setError(undefined)
    if (to === 'some' && places.length === 0) {
      setProblem(t('run.announceNobody'))
      return
    }
    setIsBusy(true)
    const answer = await replica.command({
      type: 'announce',
      text: text.trim(),
      ...(to === 'some' && { to: places }),
    })
    setIsBusy(false)
    if (!answer.ok) {
      setProblem(refusalText(answer))
      return
    }
    announce(t('run.announced'))
    onDone()
  }
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <form className={styles['form']} onSubmit={handleSubmit} noValidate>
      <TextArea
        ref={field}
        label={t('run.announceLabel')}
        autoFocus
        className={own['words'] ?? ''}
        value={text}
        dir="auto"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void handleSubmit(event)
        }}
        {...(error === undefined ? {} : { error })}
      />
      {left > NEAR_LIMIT ? null : (
        <p className={classes(styles['aside'], left < 0 && styles['wrong'])}>
          {left < 0 ? t('run.announceOver', { count: -left }) : t('run.announceLeft', { count: left })}
        </p>
      )}
      {spaces.length === 0 ? null : (
        <div className={styles['stack']}>
          <p className={styles['label']}>{t('run.announceTo')}</p>
          <Segmented
            label={t('run.announceTo')}
            value={to}
            options={[
              { value: 'all', label: t('run.announceAll') },
              { value: 'some', label: t('run.announceSome') },
            ]}
            onChange={setTo}
            wide
          />
          {to === 'all' ? null : (
            <ul className={own['checks']}>
              {spaces.map((space) => (
                <li key={space.id}>
                  <label className={own['check']}>
                    <input type="checkbox" checked={chosen.has(space.id)} onChange={() => toggle(space.id)} />
                    <bdi>{spaceTitle(space)}</bdi>
                  </label>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
      <DialogActions>
        <Button submits look="primary" busy={isBusy}>
          {t('run.announceDo')}
        </Button>
        <Button onClick={onDone}>{t('parts.cancel')}</Button>
      </DialogActions>
    </form>
  )
}
