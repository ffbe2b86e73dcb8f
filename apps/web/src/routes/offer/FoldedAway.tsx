import { templateSummaries } from '@moot/templates'
import type { WorkshopView } from '@moot/workshop'
import { Choice } from '../../parts/Field.tsx'
import { t } from '../../text/index.ts'
import { hasActionRound } from './deeds.ts'
import styles from './offer.module.css'
import { Option } from './Option.tsx'
import type { Offered } from './DraftKeeper.ts'

/** What few people need when they offer a topic: another board than the round's, and that it is about doing something. */
export function FoldedAway({
  view,
  offered,
  onChange,
}: {
  readonly view: Pick<WorkshopView, 'stages' | 'topics'>
  readonly offered: Offered
  readonly onChange: (parts: Partial<Offered>) => void
}) {
  return (
    <details className={styles['folded']}>
      <summary>{t('offer.more')}</summary>
      <div className={styles['form']}>
        <Choice
          label={t('offer.board')}
          hint={t('offer.boardHint')}
          value={offered.template}
          onChange={(event) => onChange({ template: event.target.value })}
        >
          <option value="">{t('offer.boardOfRound')}</option>
          {templateSummaries.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        {hasActionRound(view) || offered.isAction ? (
          <Option
            type="checkbox"
            words={t('offer.isAction')}
            checked={offered.isAction}
            onChange={(event) => onChange({ isAction: event.target.checked })}
          />
        ) : null}
      </div>
    </details>
  )
}
