import { stageResult } from '@moot/protocol'
import type { Command, StageDraft } from '@moot/workshop'
import { STAGE_KINDS } from '@moot/workshop'
import { useEffect, useRef, useState } from 'react'
import { workshopPath } from '../../links.ts'
import { afterMenu } from '../../parts/afterMenu.ts'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Menu, MenuItem } from '../../parts/Menu.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { toast } from '../boards/toast.tsx'
import { useServerNow } from '../run/countdown.ts'
import { useRemovingRound } from '../run/useRemovingRound.ts'
import type { ListedStage } from '../workshop/runningOrder.ts'
import { stepOf } from '../workshop/runningOrder.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { draftOf } from './draftOf.ts'
import { useTakePlan } from './EmptyOrder.tsx'
import { kindName, usualDraft } from './kinds.ts'
import styles from './order.module.css'
import { PlanChoice } from './PlanChoice.tsx'
import { plannedTimes } from './plannedTimes.ts'
import type { Editing } from './StageDialog.tsx'
import { StageDialog } from './StageDialog.tsx'
import type { RowActions, Standing } from './StageRow.tsx'
import { StageRow } from './StageRow.tsx'
import { useRowDrag } from './useRowDrag.ts'

/** The activities in order, each to be edited, moved, doubled and removed. */
export function OrderList({ stages }: { readonly stages: readonly ListedStage[] }) {
  const { view, replica, workshopId } = useWorkshop()
  const now = useServerNow()
  const { mayRemove, question } = useRemovingRound()
  const { begins } = plannedTimes(view, now)
  const [editing, setEditing] = useState<Editing>()
  const [isChoosing, setIsChoosing] = useState(false)
  const [problem, setProblem] = useState<string>()
  const list = useRef<HTMLOListElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  const opener = useRef<HTMLElement>(null)
  const current = stages.findIndex(({ id }) => id === view.now.stage)
  const hasBegun = current !== -1 || stages.some(({ started }) => started !== null)

  /** What gets the focus as soon as it is there: rows change places under it. */
  const wanted = useRef<{ readonly id: string; readonly what: string }>(undefined)
  useEffect(() => {
    const target = wanted.current
    if (target === undefined) return
    const row = list.current?.querySelector(`[data-stage="${CSS.escape(target.id)}"]`)
    const button = row?.querySelector<HTMLElement>(target.what)
    if (!button) return
    wanted.current = undefined
    button.focus()
  }, [stages])

  /** Gives a command; resolves to the answer's result, or `undefined` where it was refused, which the page then says. */
  const give = async (
    command: Command,
    words?: string,
  ): Promise<{ readonly result: unknown } | undefined> => {
    const answer = await replica.command(command)
    setProblem(answer.ok ? undefined : refusalText(answer))
    if (!answer.ok) return undefined
    if (words !== undefined) announce(words)
    return { result: answer.result }
  }
  const focusMade = (made: { readonly result: unknown } | undefined) => {
    const result = stageResult.safeParse(made?.result)
    if (result.success) wanted.current = { id: result.data.stage, what: '[data-edit]' }
  }
  const moveTo = (stage: ListedStage, to: number, what = '[data-edit]') => {
    wanted.current = { id: stage.id, what }
    void give(
      { type: 'stage.move', stage: stage.id, to },
      t('order.saidMoved', { title: stage.title, place: to + 1, total: stages.length }),
    )
  }
  const { drag, start } = useRowDrag(list, current + 1, ({ id, before }) => {
    const from = stages.findIndex((stage) => stage.id === id)
    const stage = stages[from]
    const to = from < before ? before - 1 : before
    if (stage !== undefined && to !== from) moveTo(stage, to)
  })

  const actions: RowActions = {
    edit: (stage) => openEditor(stage.id, { id: stage.id, draft: draftOf(stage) }),
    addAfter: (stage) =>
      openEditor(stage.id, {
        id: undefined,
        draft: { ...usualDraft('activity'), part: stage.part },
        after: stage.id,
      }),
    duplicate: (stage) =>
      void give(
        { type: 'stage.add', stage: draftOf(stage), after: stage.id },
        t('order.saidDuplicated', { title: stage.title }),
      ).then(focusMade),
    remove: (stage) => void remove(stage),
    move: (stage, by) =>
      moveTo(stage, stages.indexOf(stage) + by, `[data-move="${by === -1 ? 'up' : 'down'}"]`),
    setMinutes: async (stage, minutes) => {
      const answer = await replica.command({ type: 'stage.change', stage: stage.id, change: { minutes } })
      return answer.ok ? undefined : refusalText(answer)
    },
    extend: () => void give({ type: 'timer.extend', minutes: 2 }, t('run.saidExtended', { count: 2 })),
    startDrag: (stage, event) => start(stage.id, event),
  }
  const remove = async (stage: ListedStage) => {
    const at = stages.indexOf(stage)
    const beside = stages[at + 1] ?? stages[at - 1]
    if (beside !== undefined) wanted.current = { id: beside.id, what: '[data-more]' }
    if (!(await mayRemove(stage))) return
    if (!(await give({ type: 'stage.remove', stage: stage.id }))) return
    toast({
      words: t('order.saidRemoved', { title: stage.title }),
      action: {
        label: t('order.undo'),
        run: () =>
          void give(
            { type: 'stage.add', stage: draftOf(stage), after: stages[at - 1]?.id ?? null },
            t('order.saidBack', { title: stage.title }),
          ).then(focusMade),
      },
    })
  }
  /** After the menu, if it was one, has given the focus back; afterwards it goes to the row's name. */
  const openEditor = (id: string | undefined, what: Editing) => {
    opener.current =
      id === undefined
        ? add.current
        : (list.current?.querySelector<HTMLElement>(`[data-stage="${CSS.escape(id)}"] [data-edit]`) ?? null)
    afterMenu(() => setEditing(what))
  }
  const save = async (draft: StageDraft): Promise<string | undefined> => {
    if (editing === undefined) return undefined
    const answer = await replica.command(
      editing.id === undefined
        ? {
            type: 'stage.add',
            stage: draft,
            ...(editing.after === undefined ? {} : { after: editing.after }),
          }
        : { type: 'stage.change', stage: editing.id, change: draft },
    )
    if (!answer.ok) return refusalText(answer)
    announce(
      t(editing.id === undefined ? 'order.saidAdded' : 'order.saidSaved', { title: draft.title.trim() }),
    )
    if (editing.id === undefined) focusMade({ result: answer.result })
    return undefined
  }

  return (
    <>
      {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
      {question}
      <ol ref={list} className={styles['list']} aria-label={t('order.list')}>
        {stages.map((stage, index) => (
          <StageRow
            key={stage.id}
            stage={stage}
            number={stepOf(stages, stage).number}
            begins={begins.get(stage.id)}
            standing={standingOf(stage, index, current)}
            heading={stage.part === stages[index - 1]?.part ? '' : stage.part}
            canMove={{ up: index > current + 1, down: index < stages.length - 1 }}
            drop={
              drag === undefined
                ? undefined
                : drag.before === index
                  ? 'before'
                  : drag.before === stages.length && index === stages.length - 1
                    ? 'after'
                    : undefined
            }
            isDragged={drag?.id === stage.id}
            actions={actions}
          />
        ))}
      </ol>
      <div className={styles['foot']}>
        <Menu align="start" trigger={<Button ref={add}>{t('order.add')}</Button>}>
          {STAGE_KINDS.map((kind) => (
            <MenuItem
              key={kind}
              onSelect={() => openEditor(undefined, { id: undefined, draft: usualDraft(kind) })}
            >
              {kindName(kind)}
            </MenuItem>
          ))}
        </Menu>
        <Button look="quiet" onClick={() => navigate(workshopPath(workshopId, 'run'))}>
          {t('order.run')}
        </Button>
        {hasBegun ? null : (
          <Button look="quiet" onClick={() => setIsChoosing(true)}>
            {t('order.otherPlan')}
          </Button>
        )}
      </div>
      {editing === undefined ? null : (
        <StageDialog
          editing={editing}
          parts={[...new Set(stages.map(({ part }) => part))].filter((part) => part !== '')}
          onSave={save}
          onClose={() => setEditing(undefined)}
          returnFocusTo={opener}
        />
      )}
      <OtherPlan open={isChoosing} onClose={() => setIsChoosing(false)} />
    </>
  )
}

function OtherPlan({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { take, isBusy, problem } = useTakePlan()
  return (
    <Dialog
      open={open}
      wide
      onOpenChange={onClose}
      title={t('order.planTitle')}
      description={t('order.planReplaces')}
    >
      {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
      <PlanChoice
        isBusy={isBusy}
        onChoose={(plan) => void take(plan).then((isTaken) => (isTaken ? onClose() : undefined))}
      />
    </Dialog>
  )
}

function standingOf({ started }: ListedStage, index: number, current: number): Standing {
  if (index === current) return 'now'
  if (index > current) return 'coming'
  return started === null ? 'passed' : 'done'
}
