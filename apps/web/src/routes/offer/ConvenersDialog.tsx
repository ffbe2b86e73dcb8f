import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { t } from '../../text/index.ts'
import { isFound } from '../people/roster.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { mine } from '../workshop/topicsHere.ts'
import styles from './offer.module.css'
import type { TopicDialogProps } from './TopicDialogs.tsx'

/** Who convenes a topic: somebody more, or oneself no more while there is another. */
export function ConvenersDialog({ topic, onClose, returnFocusTo }: TopicDialogProps) {
  const { view } = useWorkshop()
  const give = useGive()
  const [query, setQuery] = useState('')
  const { people } = view
  const own = mine(view)
  const others = Object.entries(people)
    .filter(
      ([id, { role, isGone, isExpected, isTrial }]) =>
        role !== 'observer' && !isGone && !isExpected && !isTrial && !topic.conveners.includes(id),
    )
    .map(([id, { name }]) => ({ id, name }))
    .filter(({ name }) => query.trim() === '' || isFound(query, [name]))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const name = (id: string): string => people[id]?.name ?? ''
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('offer.convenersTitle')}
      description={t('offer.convenersLead')}
      returnFocusTo={returnFocusTo}
    >
      <ul className={styles['people']}>
        {topic.conveners.map((id) => (
          <li key={id}>
            <bdi>{name(id)}</bdi>
            {own.includes(id) && topic.conveners.length > 1 ? (
              <Button
                size="small"
                look="quiet"
                onClick={() =>
                  void give(
                    { type: 'topic.convener', topic: topic.id, person: id, isOn: false },
                    t('offer.convenerLeft', { name: name(id) }),
                  )
                }
              >
                {id === view.me.person ? t('offer.leaveIt') : t('offer.leaveItFor', { name: name(id) })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <div className={styles['form']}>
        <Field
          type="search"
          label={t('offer.convenerAdd')}
          dir="auto"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <ul className={styles['scrolls']} aria-label={t('offer.convenerAdd')}>
          {others.map(({ id, name: each }) => (
            <li key={id}>
              <bdi>{each}</bdi>
              <Button
                size="small"
                aria-label={t('offer.convenerAddName', { name: each })}
                onClick={() =>
                  void give(
                    { type: 'topic.convener', topic: topic.id, person: id, isOn: true },
                    t('offer.convenerAdded', { name: each }),
                  )
                }
              >
                {t('offer.convenerAddDo')}
              </Button>
            </li>
          ))}
          {others.length === 0 ? <li>{t('offer.nobodyFound')}</li> : null}
        </ul>
      </div>
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          {t('offer.done')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
