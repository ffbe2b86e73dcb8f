import { templateSummaries } from '@moot/templates'
import type { WorkshopView } from '@moot/workshop'
import type { PointerEvent } from 'react'
import { useState } from 'react'
import { Button, classes } from '../../parts/Button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { timeIn, ownZone } from '../../text/zones.ts'
import { kindName } from './kinds.ts'
import styles from './order.module.css'
import type { ListedStage } from '../workshop/runningOrder.ts'
import { offeredTopics, topicsOfRound, unplacedTopics } from '../workshop/topicsHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { minutesOf } from './StageDialog.tsx'

/** What a row asks of the list. */
export interface RowActions {
  readonly edit: (stage: ListedStage) => void
  readonly addAfter: (stage: ListedStage) => void
  readonly duplicate: (stage: ListedStage) => void
  readonly remove: (stage: ListedStage) => void
  readonly move: (stage: ListedStage, by: -1 | 1) => void
  readonly setMinutes: (stage: ListedStage, minutes: number) => Promise<string | undefined>
  readonly extend: () => void
  readonly startDrag: (stage: ListedStage, event: PointerEvent<HTMLElement>) => void
}

/** Where a stage stands: `passed` was never on, and what is on comes after it. */
export type Standing = 'coming' | 'now' | 'done' | 'passed'

/** One activity of the running order. */
export function StageRow({
  stage,
  number,
  begins,
  standing,
  heading,
  canMove,
  drop,
  isDragged,
  actions,
}: {
  readonly stage: ListedStage
  readonly number: number
  /** When it begins or began, ms since 1970, if it does. */
  readonly begins: number | undefined
  readonly standing: Standing
  /** Title of the part that begins with it, or ''. */
  readonly heading: string
  readonly canMove: { readonly up: boolean; readonly down: boolean }
  /** On which side of it what is dragged would be dropped. */
  readonly drop: 'before' | 'after' | undefined
  readonly isDragged: boolean
  readonly actions: RowActions
}) {
  const [error, setError] = useState<string>()
  const { title, prompt, minutes } = stage
  const isComing = standing === 'coming'
  const { view } = useWorkshop()
  const meta = [metaOf(stage), topicsOf(view, stage)].filter((part) => part !== '').join(' · ')
  return (
    <li
      data-stage={stage.id}
      aria-current={standing === 'now' ? 'step' : undefined}
      className={classes(
        styles['item'],
        stage.part !== '' && styles['ofPart'],
        drop === 'before' && styles['dropBefore'],
        drop === 'after' && styles['dropAfter'],
        isDragged && styles['dragged'],
      )}
    >
      {heading === '' ? null : (
        <p className={styles['part']} dir="auto">
          {heading}
        </p>
      )}
      <div className={classes(styles['row'], styles[standing])}>
        {isComing ? (
          <span
            aria-hidden="true"
            title={t('order.grip', { title })}
            className={styles['grip']}
            onPointerDown={(event) => actions.startDrag(stage, event)}
          >
            ⠿
          </span>
        ) : (
          <span className={styles['grip']} />
        )}
        <span className={styles['time']}>{begins === undefined ? '–' : timeIn(begins, ownZone())}</span>
        <div className={styles['what']}>
          <button
            type="button"
            data-edit
            className={styles['name']}
            aria-label={t('order.edit', { number, title })}
            onClick={() => actions.edit(stage)}
          >
            {number} <bdi>{title}</bdi>
          </button>
          {standing === 'coming' ? null : (
            <span className={classes(styles['mark'], standing === 'now' && styles['markNow'])}>
              {t(standing === 'now' ? 'order.now' : standing === 'done' ? 'order.past' : 'order.passed')}
            </span>
          )}
          {prompt === '' ? null : (
            <p className={styles['prompt']} dir="auto">
              {prompt}
            </p>
          )}
          {meta === '' ? null : <p className={styles['aside']}>{meta}</p>}
        </div>
        <div className={styles['minutes']}>
          {isComing ? (
            <Minutes
              stage={stage}
              isWrong={error !== undefined}
              onChange={async (value) => {
                const whole = minutesOf(value)
                if (whole === undefined) setError(t('order.minutesWrong'))
                else setError(whole === minutes ? undefined : await actions.setMinutes(stage, whole))
              }}
            />
          ) : standing === 'now' ? (
            <Button onClick={actions.extend}>{t('run.plusTwo')}</Button>
          ) : (
            <span className={styles['aside']}>
              {minutes === 0 ? t('order.noMinutes') : t('run.minutes', { count: minutes })}
            </span>
          )}
        </div>
        <div className={styles['buttons']}>
          {isComing ? (
            <>
              <Button
                look="quiet"
                data-move="up"
                aria-label={t('order.up', { title })}
                aria-disabled={canMove.up ? undefined : true}
                className={styles['arrow'] ?? ''}
                onClick={() => (canMove.up ? actions.move(stage, -1) : undefined)}
              >
                <span aria-hidden="true">↑</span>
              </Button>
              <Button
                look="quiet"
                data-move="down"
                aria-label={t('order.down', { title })}
                aria-disabled={canMove.down ? undefined : true}
                className={styles['arrow'] ?? ''}
                onClick={() => (canMove.down ? actions.move(stage, 1) : undefined)}
              >
                <span aria-hidden="true">↓</span>
              </Button>
            </>
          ) : null}
          <Menu
            label={t('order.more', { title })}
            trigger={
              <Button
                look="quiet"
                data-more
                aria-label={t('order.more', { title })}
                className={styles['arrow'] ?? ''}
              >
                <span aria-hidden="true">⋯</span>
              </Button>
            }
          >
            <MenuItem onSelect={() => actions.edit(stage)}>{t('order.editItem')}</MenuItem>
            <MenuItem onSelect={() => actions.addAfter(stage)}>{t('order.addAfter')}</MenuItem>
            <MenuItem onSelect={() => actions.duplicate(stage)}>{t('order.duplicate')}</MenuItem>
            {standing === 'now' ? null : (
              <>
                <MenuSeparator />
                <MenuItem isDangerous onSelect={() => actions.remove(stage)}>
                  {t('order.remove')}
                </MenuItem>
              </>
            )}
          </Menu>
        </div>
        {error === undefined ? null : (
          <p role="alert" className={styles['error']}>
            {error}
          </p>
        )}
      </div>
    </li>
  )
}

/** Minutes to type; Enter or leaving the field takes them. */
function Minutes({
  stage: { title, minutes },
  isWrong,
  onChange,
}: {
  readonly stage: ListedStage
  readonly isWrong: boolean
  readonly onChange: (typed: string) => Promise<void>
}) {
  const [typed, setTyped] = useState<string>()
  const take = async () => {
    if (typed === undefined) return
    await onChange(typed)
    // What is wrong stays to be mended.
    if (minutesOf(typed) !== undefined) setTyped(undefined)
  }
  return (
    <span className={styles['minutesField']}>
      <input
        aria-label={t('order.minutesOf', { title })}
        value={typed ?? String(minutes)}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        aria-invalid={isWrong || undefined}
        className={styles['minutesInput']}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => void take()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void take()
          else if (event.key === 'Escape') setTyped(undefined)
        }}
      />
      <span aria-hidden="true">{t('order.min')}</span>
    </span>
  )
}

/** `6 topics`, `14 topics offered · 2 not placed yet`; '' where there is nothing to say. */
function topicsOf(view: WorkshopView, { id, kind, where }: ListedStage): string {
  if (where === 'round') {
    const count = topicsOfRound(view, id).length
    return count === 0 ? '' : t('order.meta_topics', { count })
  }
  const offered = offeredTopics(view).length
  if (kind !== 'marketplace' || offered === 0) return ''
  const unplaced = unplacedTopics(view).length
  const said = t('order.meta_offered', { count: offered })
  return unplaced === 0 ? said : `${said} · ${t('order.meta_unplaced', { count: unplaced })}`
}

/** `Check-in · in spaces · board: Three horizons`. */
function metaOf({ kind, title, where, template, gate, isReadOnly }: ListedStage): string {
  const board = templateSummaries.find(({ id }) => id === template)?.name
  return [
    ...(title === kindName(kind) ? [] : [kindName(kind)]),
    ...(where === 'main' ? [] : [t(`order.meta_${where}`)]),
    ...(board === undefined ? [] : [t('order.meta_board', { board })]),
    ...(gate === 'none' ? [] : [t(`order.meta_${gate}`)]),
    ...(isReadOnly ? [t('order.meta_readOnly')] : []),
  ].join(' · ')
}
