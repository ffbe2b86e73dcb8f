import type { Figure, Ink } from '@moot/board'
import { useState } from 'react'
import { Button, classes } from '../../parts/Button.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withFigures.ts'
import type { UnseenKind } from '../board/changeLog.ts'
import { figureKey } from '../board/chosen.ts'
import { listed } from '../board/figureWords.ts'
import { useScene } from '../board/scene.ts'
import styles from './Figure.module.css'
import { FigureItem } from './FigureItem.tsx'
import { FigureMenuItems } from './lateMenus.ts'
import { InkMini } from './FigureMini.tsx'
import list from './list.module.css'
import type { ListActions } from './NoteItem.tsx'
import item from './NoteItem.module.css'

/** More strokes than this in a section are one item, until somebody wants to see each. */
const STROKES_SINGLY = 3
/** More names than this are counted, not said. */
const NAMES_MAX = 3

/** What the list knows about its figures while it is shown. */
export interface GroupProps {
  readonly figures: readonly Figure[]
  /** Id of their section, '' for none. */
  readonly section: string
  readonly level: 'h2' | 'h3'
  readonly editing: string | null
  /** Keys that are ticked; `undefined` while nobody is selecting. */
  readonly ticked: ReadonlySet<string> | undefined
  readonly marks: ReadonlyMap<string, UnseenKind>
  readonly actions: ListActions
}

/** After a section's notes: everything drawn, written and placed there besides. */
export function FigureGroup(props: GroupProps) {
  const { figures, section, level, editing, ticked, marks, actions } = props
  const { replica, mayWrite, reading } = useScene()
  const [isOpen, setIsOpen] = useState(false)
  const inks = figures.flatMap((figure) => (figure.kind === 'ink' ? [figure] : []))
  const isMany = inks.length > STROKES_SINGLY
  const Title = level
  const itemOf = (figure: Figure) => {
    const key = figureKey(figure.id)
    const anchorOf = (end: 'start' | 'end') => {
      const on = figure.kind === 'arrow' ? figure[end].on : null
      return on === null
        ? undefined
        : on.root === 'notes'
          ? reading.notes.get(on.id)
          : reading.drawings.get(on.id)
    }
    return (
      <FigureItem
        key={figure.id}
        figure={figure}
        board={replica.reading}
        start={anchorOf('start')}
        end={anchorOf('end')}
        mayWrite={mayWrite}
        isEditing={mayWrite && editing === key}
        isSelecting={ticked !== undefined}
        isSelected={ticked?.has(key) ?? false}
        mark={marks.get(key)}
        list={actions}
      />
    )
  }
  return (
    <section className={list['theme']} data-figures={section}>
      <Title className={list['themeTitle']} tabIndex={-1}>
        {t('figures.group')}{' '}
        <span className={list['count']}>{t('figures.count', { count: figures.length })}</span>
      </Title>
      <ul className={list['notes']}>
        {figures.map((figure) => (isMany && figure.kind === 'ink' ? null : itemOf(figure)))}
        {isMany ? (
          <Strokes
            inks={inks}
            section={section}
            isOpen={isOpen}
            onOpen={setIsOpen}
            ticked={ticked}
            actions={actions}
          />
        ) : null}
        {isMany && isOpen ? inks.map(itemOf) : null}
      </ul>
    </section>
  )
}

/** All strokes of a section as one item. */
function Strokes({
  inks,
  section,
  isOpen,
  onOpen,
  ticked,
  actions,
}: {
  readonly inks: readonly Ink[]
  readonly section: string
  readonly isOpen: boolean
  readonly onOpen: (open: boolean) => void
  readonly ticked: GroupProps['ticked']
  readonly actions: ListActions
}) {
  const { mayWrite } = useScene()
  const words = useStrokesName(inks)
  const keys = inks.map(({ id }) => figureKey(id))
  const isAllTicked = keys.every((key) => ticked?.has(key) ?? false)
  return (
    <li className={item['item']} data-item={`strokes ${section}`}>
      <div
        className={classes(
          item['card'],
          styles['card'],
          ticked !== undefined && isAllTicked && item['selected'],
        )}
      >
        {ticked === undefined ? null : (
          <label className={item['tick']}>
            <input
              type="checkbox"
              checked={isAllTicked}
              aria-label={t('list.selectNote', { words })}
              onChange={(event) => {
                for (const key of keys) actions.select(key, event.currentTarget.checked)
              }}
            />
          </label>
        )}
        <InkMini inks={inks} />
        <div className={classes(item['body'], styles['plain'])}>
          <p className={item['words']}>{words}</p>
        </div>
        <div className={item['controls']}>
          <Button look="quiet" size="small" aria-expanded={isOpen} data-edit onClick={() => onOpen(!isOpen)}>
            {t(isOpen ? 'figures.showTogether' : 'figures.showEach')}
          </Button>
          {mayWrite && ticked === undefined ? (
            <Menu
              trigger={
                <Button
                  look="quiet"
                  size="small"
                  className={item['more'] ?? ''}
                  data-more
                  aria-label={t('figures.moreFor', { name: words })}
                >
                  <span aria-hidden="true">···</span>
                </Button>
              }
            >
              <FigureMenuItems figures={inks} list={actions} />
            </Menu>
          ) : null}
        </div>
      </div>
    </li>
  )
}

/** “12 drawn lines by Ama and Bo”. */
function useStrokesName(inks: readonly Ink[]): string {
  const { people } = useScene()
  const names = [...new Set(inks.map(({ by }) => (by === null ? undefined : people[by]?.name)))].flatMap(
    (name) => name ?? [],
  )
  const count = inks.length
  if (names.length === 0) return t('figures.lines', { count })
  const others = names.length - NAMES_MAX
  const said =
    others > 0 ? [...names.slice(0, NAMES_MAX), t('figures.otherPeople', { count: others })] : names
  return t('figures.linesBy', { count, names: listed(said) })
}
