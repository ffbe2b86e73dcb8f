import { orderedRegions } from '@moot/board'
import type { Columns, Delimiter, Table } from '@moot/intake'
import { DELIMITERS, guessColumns, importNotes, planImport, readTable } from '@moot/intake'
import { useEffect, useMemo, useState } from 'react'
import { announce } from '../../../parts/announce.ts'
import { Button } from '../../../parts/Button.tsx'
import { DialogActions } from '../../../parts/Dialog.tsx'
import { Choice } from '../../../parts/Field.tsx'
import { Notice } from '../../../parts/Notice.tsx'
import { t } from '../../../text/index.ts'
import { want } from '../../boards/wanted.ts'
import { useScene } from '../scene.ts'
import styles from './import.module.css'
import { closeImport } from './openImport.ts'
import { PlanWords } from './PlanWords.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import type { Failure, Source } from './source.ts'
import { failureText } from './source.ts'

/** What the choices of columns and delimiters are called in the document. */
const NO_COLUMN = ''
const DELIMITER_WORDS: Readonly<Record<Delimiter, 'comma' | 'semicolon' | 'tab' | 'noDelimiter'>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '': 'noDelimiter',
}

/** What somebody has decided otherwise than was guessed. */
interface Decided {
  readonly delimiter?: Delimiter
  readonly hasHeader?: boolean
  readonly columns?: Partial<Columns>
  readonly region?: string | null
}

/** What would come of a table, and the choices that change it. Adding is the last step, and one step of undo. */
export function ImportPreview({
  source,
  onAgain,
}: {
  readonly source: Source
  /** Back to choosing; with the reason where nothing can come of this. */
  readonly onAgain: (failure?: Failure) => void
}) {
  const [decided, setDecided] = useState<Decided>({})
  const read = useMemo(
    () => readTable(source.text, decided.delimiter, source.isPasted),
    [source, decided.delimiter],
  )
  const isFirst = decided.delimiter === undefined
  useEffect(() => {
    // With another delimiter a table may be a bad one: that can be changed back here.
    if (!read.ok && isFirst) onAgain(read)
  }, [read, isFirst, onAgain])
  const decide = (more: Decided) => setDecided((before) => ({ ...before, ...more }))
  const parted = read.ok ? read.table.delimiter : (decided.delimiter ?? '')
  const delimiter = (
    <Choice
      label={t('intake.delimiter')}
      value={parted}
      onChange={(event) => {
        const { value } = event.currentTarget
        const next = DELIMITERS.find((each) => each === value)
        // Other columns: what was decided about them means nothing now.
        if (next !== undefined)
          setDecided({ delimiter: next, ...(decided.region !== undefined && { region: decided.region }) })
      }}
    >
      {DELIMITERS.map((each) => (
        <option key={each} value={each}>
          {t(`intake.${DELIMITER_WORDS[each]}`)}
        </option>
      ))}
    </Choice>
  )
  if (!read.ok) {
    if (isFirst) return null
    return (
      <div className={styles['preview']}>
        <Notice tone="danger" title={t('intake.failedTitle')}>
          {failureText(read)}
        </Notice>
        {delimiter}
      </div>
    )
  }
  return (
    <Preview
      source={source}
      table={read.table}
      decided={decided}
      onDecide={decide}
      delimiter={delimiter}
      onAgain={() => onAgain()}
    />
  )
}

function Preview({
  source,
  table,
  decided,
  onDecide,
  delimiter,
  onAgain,
}: {
  readonly source: Source
  readonly table: Table
  readonly decided: Decided
  readonly onDecide: (more: Decided) => void
  readonly delimiter: React.ReactNode
  readonly onAgain: () => void
}) {
  const { boardId, replica, reading } = useScene()
  const [failure, setFailure] = useState<Failure>()
  const sections = useMemo(() => orderedRegions(reading), [reading])
  const hasSections = sections.length > 0
  const hasHeader = decided.hasHeader ?? table.hasHeader
  const columns = useMemo<Columns>(
    () => ({
      ...guessColumns(table, hasHeader),
      ...decided.columns,
      // A board without sections has no use for their titles.
      ...(hasSections ? {} : { section: undefined }),
    }),
    [table, hasHeader, decided.columns, hasSections],
  )
  const [only, another] = sections
  const region =
    decided.region !== undefined ? decided.region : another === undefined ? (only?.id ?? null) : null
  const plan = useMemo(
    () => planImport(table, { hasHeader, columns, sections, region }),
    [table, hasHeader, columns, sections, region],
  )
  const count = plan.notes.length

  const handleAdd = () => {
    if (count === 0) {
      setFailure({ ok: false, code: 'nothing' })
      return
    }
    replica.undo.checkpoint()
    const imported = importNotes(replica.writer, plan)
    replica.undo.checkpoint()
    if (!imported.ok) {
      setFailure(imported)
      return
    }
    closeImport()
    announce(t('intake.said', { count }))
    const [id] = imported.notes
    // Once the dialog has gone and given the focus back.
    if (id !== undefined) setTimeout(() => want(boardId, { kind: 'note', id }), 0)
  }

  const nameOf = (column: number): string => {
    const name = hasHeader ? (table.rows[0]?.cells[column]?.trim() ?? '') : ''
    return name === ''
      ? t('intake.column', { number: column + 1 })
      : t('intake.columnNamed', { number: column + 1, name })
  }
  const numbers = Array.from({ length: table.columns }, (_, index) => index)
  const columnChoice = (
    use: keyof Columns,
    label: 'noteColumn' | 'themeColumn' | 'sectionColumn' | 'colorColumn',
  ) => (
    <Choice
      label={t(`intake.${label}`)}
      value={columns[use] === undefined ? NO_COLUMN : String(columns[use])}
      onChange={(event) => {
        const { value } = event.currentTarget
        setFailure(undefined)
        onDecide({
          columns: { ...decided.columns, [use]: value === NO_COLUMN ? undefined : Number(value) },
        })
      }}
    >
      {use === 'note' ? null : <option value={NO_COLUMN}>{t('intake.none')}</option>}
      {numbers.map((column) => (
        <option key={column} value={column}>
          {nameOf(column)}
        </option>
      ))}
    </Choice>
  )

  return (
    <div className={styles['preview']}>
      <div className={styles['source']}>
        <p>{source.isPasted ? t('intake.pasted') : t('intake.from', { name: source.name })}</p>
        <Button look="quiet" size="small" onClick={onAgain}>
          {t('intake.another')}
        </Button>
      </div>
      {source.isGuessed ? <Notice tone="attention">{t('intake.oldLetters')}</Notice> : null}
      <fieldset className={styles['settings']}>
        <legend className="visually-hidden">{t('intake.settings')}</legend>
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={hasHeader}
            onChange={(event) => onDecide({ hasHeader: event.currentTarget.checked })}
          />
          {t('intake.hasHeader')}
        </label>
        <div className={styles['choices']}>
          {columnChoice('note', 'noteColumn')}
          {table.columns > 1 ? columnChoice('theme', 'themeColumn') : null}
          {table.columns > 1 && hasSections ? columnChoice('section', 'sectionColumn') : null}
          {table.columns > 1 ? columnChoice('color', 'colorColumn') : null}
          {!hasSections ? null : (
            <Choice
              label={t('intake.target')}
              hint={columns.section === undefined ? undefined : t('intake.targetHint')}
              value={region ?? ''}
              onChange={(event) => onDecide({ region: event.currentTarget.value || null })}
            >
              <option value="">{t('board.noSection')}</option>
              {sections.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title.trim() || t('list.noSection')}
                </option>
              ))}
            </Choice>
          )}
          {delimiter}
        </div>
      </fieldset>
      <PreviewTable table={table} hasHeader={hasHeader} columns={columns} />
      <PlanWords table={table} plan={plan} />
      {failure === undefined ? null : (
        <Notice tone="danger" title={t('intake.failedTitle')}>
          {failureText(failure)}
        </Notice>
      )}
      <DialogActions>
        <Button look="primary" onClick={handleAdd}>
          {t('intake.add', { count })}
        </Button>
        <Button onClick={closeImport}>{t('parts.cancel')}</Button>
      </DialogActions>
    </div>
  )
}
