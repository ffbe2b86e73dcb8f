import type { RefObject } from 'react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Field } from '../../parts/Field.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useConfirm } from '../../parts/useConfirm.tsx'
import { t } from '../../text/index.ts'
import '../../text/withPeople.ts'
import { People } from '../workshop/People.tsx'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { Asks } from './Asks.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import type { PersonDialogName } from './PersonDialog.tsx'
import { PersonRow } from './PersonRow.tsx'
import styles from './PeopleScreen.module.css'
import type { Deed } from './personDeeds.ts'
import { isAsking, usePersonDeeds } from './personDeeds.ts'
import { placeWords, standingWords } from './personWords.ts'
import { countsOf, isFound, rosterOf } from './roster.ts'

/** Rows that are drawn before somebody asks for more. */
const ROWS_SHOWN = 150

/** The roster: for facilitators with everything that is done to people; for others the names. */
export function PeopleScreen() {
  const { view } = useWorkshop()
  return (
    <div className={styles['screen']}>
      <Heading page={t('people.title')}>{t('people.title')}</Heading>
      {view.me.role === 'facilitator' ? <Roster /> : <People />}
    </div>
  )
}

/** What is open over the roster: about one person, or about nobody yet. */
interface OpenDialog {
  readonly name: PersonDialogName
  readonly person: string
}

function Roster() {
  const { view } = useWorkshop()
  const [query, setQuery] = useState('')
  const [shown, setShown] = useState(ROWS_SHOWN)
  const [dialog, setDialog] = useState<OpenDialog>()
  const { confirm, confirmDialog } = useConfirm()
  /** The button that was pressed last: where the focus comes back to. */
  const pressed = useRef<HTMLElement>(null)
  const { act, problem, clearProblem } = usePersonDeeds(confirm, pressed)

  const roster = useMemo(() => rosterOf(view), [view])
  const counts = useMemo(() => countsOf(roster), [roster])
  const hasSpaces = Object.keys(view.spaces).length > 0
  const found = query.trim() === '' ? roster : roster.filter((each) => isFound(query, searched(each)))
  const left = found.length - shown

  const open = useCallback((name: PersonDialogName, person: string) => setDialog({ name, person }), [])
  const handleDeed = useCallback(
    (deed: Deed, person: string, from: HTMLElement | null) => {
      pressed.current = from
      if (isAsking(deed)) open(deed, person)
      else void act(deed, person)
    },
    [act, open],
  )

  return (
    <>
      <p className={styles['counts']} data-counts>
        <strong>
          {t('people.present', {
            count: counts.present,
            connected: counts.connected,
            assisted: counts.assisted,
          })}
        </strong>{' '}
        {t('people.roles', {
          facilitators: counts.facilitators,
          participants: counts.participants,
          observers: counts.observers,
        })}{' '}
        {counts.away + counts.expected === 0
          ? null
          : t('people.awayAndExpected', { away: counts.away, expected: counts.expected })}
      </p>
      <Asks />
      <div className={styles['tools']}>
        <Button onClick={(event) => press(event.currentTarget, pressed, () => open('assist', ''))}>
          {t('people.addAssisted')}…
        </Button>
        <Button onClick={(event) => press(event.currentTarget, pressed, () => open('paste', ''))}>
          {t('people.paste')}…
        </Button>
        <div className={styles['search']}>
          <Field
            type="search"
            label={t('people.search')}
            placeholder={t('people.searchHint')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
      </div>
      <p role="status" className={query.trim() === '' ? 'visually-hidden' : styles['aside']}>
        {query.trim() === '' ? '' : t('people.found', { count: found.length })}
      </p>
      {problem === undefined ? null : (
        <div className={styles['problem']}>
          <Notice
            tone="danger"
            title={t('people.notDone')}
            actions={<Button onClick={clearProblem}>{t('parts.close')}</Button>}
          >
            {problem}
          </Notice>
        </div>
      )}
      {found.length === 0 ? null : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('people.name')}</th>
              <th scope="col">{t('people.role')}</th>
              <th scope="col">{t('people.state')}</th>
              {hasSpaces ? <th scope="col">{t('people.space')}</th> : null}
              <th scope="col">
                {t('people.needs')} <span className={styles['aside']}>({t('people.needsNote')})</span>
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('people.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map((each) => (
              <PersonRow
                key={each.id}
                id={each.id}
                name={each.name}
                role={each.role}
                kind={each.standing.kind}
                standing={standingWords(each, view)}
                needs={each.needs ?? ''}
                place={hasSpaces ? placeWords(each, view) : undefined}
                isMe={each.id === view.me.person}
                onDeed={handleDeed}
              />
            ))}
          </tbody>
        </table>
      )}
      {left > 0 ? (
        <div>
          <Button onClick={() => setShown((now) => now + ROWS_SHOWN)}>
            {t('people.more', { count: Math.min(left, ROWS_SHOWN) })}
          </Button>
        </div>
      ) : null}
      <Perspectives />
      {dialog === undefined ? null : (
        <PersonDialog
          name={dialog.name}
          person={dialog.person}
          returnFocusTo={[pressed]}
          onClose={() => setDialog(undefined)}
        />
      )}
      {confirmDialog}
    </>
  )
}

function press(button: HTMLElement, pressed: RefObject<HTMLElement | null>, open: () => void): void {
  pressed.current = button
  open()
}

function searched({ name, role, needs = '' }: { name: string; role: string; needs?: string }): string[] {
  return [name, role, needs]
}

/** In whose shoes people stand, in total: who said what is nobody's to know. */
function Perspectives() {
  const { view } = useWorkshop()
  const perspectives = Object.entries(view.perspectives).toSorted(
    ([a, many], [b, more]) => more - many || a.localeCompare(b),
  )
  return (
    <section className={styles['perspectives']}>
      <h2 className={styles['heading']}>{t('people.perspectives')}</h2>
      <p className={styles['aside']}>{t('people.perspectivesNote')}</p>
      {perspectives.length === 0 ? (
        <p>{t('people.perspectivesNone')}</p>
      ) : (
        <ul className={styles['chips']}>
          {perspectives.map(([perspective, count]) => (
            <li key={perspective}>
              <Chip dir="auto">{t('people.perspectiveCount', { perspective, count })}</Chip>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
