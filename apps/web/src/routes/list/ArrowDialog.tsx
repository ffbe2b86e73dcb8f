import { LABEL_MAX } from '@moot/board'
import type { FormEvent } from 'react'
import { useId, useMemo, useRef, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { useReturnFocus } from '../../parts/useReturnFocus.ts'
import { t } from '../../text/index.ts'
import '../../text/withFigures.ts'
import { endName } from '../board/figureWords.ts'
import { useActions } from '../board/noteActions.ts'
import { useScene } from '../board/scene.ts'
import type { Anchor, ArrowTarget } from './arrowTargets.ts'
import { arrowTargets, endAt, isSameAnchor, searchTargets } from './arrowTargets.ts'
import styles from './ArrowDialog.module.css'
import list from './list.module.css'

/** Which arrow somebody asked for: a new one, from something where it is known, or another end for one that is there. */
export interface ArrowWish {
  readonly arrow?: string
  readonly from?: Anchor
  readonly region?: string | null
}

/** As many as a list shows before typing is quicker than scrolling. */
const SHOWN_MAX = 60

/** Chooses both ends of an arrow by their words. */
export function ArrowDialog({
  wish,
  onDone,
  onClose,
}: {
  readonly wish: ArrowWish
  /** Called with the arrow that was made or changed, after the dialog closed. */
  readonly onDone: (figureId: string) => void
  readonly onClose: () => void
}) {
  const { reading } = useScene()
  const actions = useActions()
  const known = wish.arrow === undefined ? undefined : reading.drawings.get(wish.arrow)
  const arrow = known?.kind === 'arrow' ? known : undefined
  const targets = useMemo(() => arrowTargets(reading), [reading])
  const [from, setFrom] = useState(wish.from)
  const [to, setTo] = useState<Anchor>()
  const [words, setWords] = useState('')
  const [error, setError] = useState<string>()
  const returnFocusTo = useReturnFocus()

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const start = from === undefined ? undefined : endAt(reading, from)
    const end = to === undefined ? undefined : endAt(reading, to)
    if (isSameAnchor(from ?? arrow?.start.on ?? undefined, to ?? arrow?.end.on ?? undefined)) {
      setError(t('figures.arrowSame'))
      return
    }
    if (arrow !== undefined) {
      if (start !== undefined || end !== undefined)
        actions.redirect(arrow.id, {
          ...(start !== undefined && { start }),
          ...(end !== undefined && { end }),
        })
      onClose()
      onDone(arrow.id)
      return
    }
    if (start === undefined || end === undefined) {
      setError(t('figures.arrowMissing'))
      return
    }
    const text = words.trim()
    const id = actions.addFigure({
      kind: 'arrow',
      start,
      end,
      text,
      ...(wish.region !== undefined && { region: wish.region }),
    })
    onClose()
    if (id !== undefined) onDone(id)
  }

  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t(arrow === undefined ? 'figures.newArrow' : 'figures.changeArrow')}
      returnFocusTo={returnFocusTo}
    >
      <form className={list['dialogForm']} onSubmit={handleSubmit}>
        <EndChoice
          label={t('figures.from')}
          change={t('figures.changeFrom')}
          now={arrow === undefined ? undefined : endName(reading, arrow.start)}
          targets={targets}
          value={from}
          onChange={setFrom}
          isFirst={wish.from === undefined}
        />
        <EndChoice
          label={t('figures.to')}
          change={t('figures.changeTo')}
          now={arrow === undefined ? undefined : endName(reading, arrow.end)}
          targets={targets}
          value={to}
          onChange={setTo}
          isFirst={wish.from !== undefined}
        />
        {arrow === undefined ? (
          <Field
            label={t('figures.arrowWords')}
            optional
            value={words}
            maxLength={LABEL_MAX}
            dir="auto"
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        ) : null}
        {error === undefined ? null : (
          <p role="alert" className={styles['error']}>
            {error}
          </p>
        )}
        <DialogActions>
          <Button submits look="primary">
            {t(arrow === undefined ? 'figures.arrowDo' : 'figures.changeDo')}
          </Button>
          <Button onClick={onClose}>{t('parts.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** One end: what is chosen, or a list to choose from that typing makes shorter. */
function EndChoice({
  label,
  change,
  now,
  targets,
  value,
  onChange,
  isFirst = false,
}: {
  readonly label: string
  /** Name of the button that opens the list again. */
  readonly change: string
  /** What an arrow that is there ends at, in words. */
  readonly now: string | undefined
  readonly targets: readonly ArrowTarget[]
  readonly value: Anchor | undefined
  readonly onChange: (value: Anchor) => void
  /** Takes the focus when the dialog opens. */
  readonly isFirst?: boolean
}) {
  const name = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [typed, setTyped] = useState('')
  const chosen = targets.find(({ on }) => isSameAnchor(on, value))
  const [isOpen, setIsOpen] = useState(chosen === undefined && now === undefined)
  const found = useMemo(() => searchTargets(targets, typed), [targets, typed])
  const more = found.length - SHOWN_MAX

  if (!isOpen) {
    return (
      <div className={styles['end']}>
        <p className={styles['chosen']}>
          <span className={styles['label']}>{label}</span> <span dir="auto">{chosen?.name ?? now}</span>
        </p>
        <Button ref={button} size="small" aria-label={change} onClick={() => setIsOpen(true)}>
          {t('figures.change')}
        </Button>
      </div>
    )
  }
  return (
    <fieldset className={styles['choice']}>
      <legend className={styles['label']}>{label}</legend>
      <Field
        label={`${label}: ${t('figures.search')}`}
        hideLabel
        type="search"
        placeholder={t('figures.search')}
        autoFocus={isFirst}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <div className={styles['targets']} tabIndex={-1}>
        {found.slice(0, SHOWN_MAX).map((target) => (
          <label key={`${target.on.root} ${target.on.id}`} className={styles['target']}>
            <input
              type="radio"
              name={name}
              checked={isSameAnchor(target.on, value)}
              onChange={() => onChange(target.on)}
            />
            <span className={styles['targetName']} dir="auto">
              {target.name}
            </span>
            {target.section === '' ? null : <span className={styles['section']}>{target.section}</span>}
          </label>
        ))}
        {found.length === 0 ? <p className={styles['quiet']}>{t('figures.searchNothing')}</p> : null}
        {more > 0 ? <p className={styles['quiet']}>{t('figures.searchMore', { count: more })}</p> : null}
      </div>
    </fieldset>
  )
}
