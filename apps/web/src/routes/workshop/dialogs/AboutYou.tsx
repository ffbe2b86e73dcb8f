import { ABOUT_MAX, NAME_MAX } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from '../../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../../parts/Dialog.tsx'
import { Choice, Field, TextArea } from '../../../parts/Field.tsx'
import { Notice } from '../../../parts/Notice.tsx'
import { t } from '../../../text/index.ts'
import { refusalText } from '../../../text/refusalText.ts'
import '../../../text/withPeople.ts'
import { useWorkshop } from '../useWorkshop.ts'
import styles from './BarDialog.module.css'
import type { BarDialog } from './Dialogs.tsx'

/** What one says of oneself, and of everybody whom one writes for. None of it is asked for. */
export function AboutYou({ onClose, returnFocusTo }: BarDialog) {
  const { view } = useWorkshop()
  const { me, people } = view
  const [whom, setWhom] = useState(me.person)
  const person = me.assists.includes(whom) ? whom : me.person
  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocusTo={returnFocusTo}
      title={t('people.aboutTitle')}
      description={t('people.aboutLead')}
    >
      {me.assists.length === 0 ? null : (
        <Choice
          label={t('people.aboutWhom')}
          value={person}
          onChange={(event) => setWhom(event.target.value)}
        >
          <option value={me.person}>{t('people.aboutSelf')}</option>
          {me.assists.map((id) => (
            <option key={id} value={id}>
              {people[id]?.name}
            </option>
          ))}
        </Choice>
      )}
      <AboutForm key={person} person={person} onClose={onClose} />
    </Dialog>
  )
}

function AboutForm({ person, onClose }: { readonly person: string; readonly onClose: () => void }) {
  const { replica, view } = useWorkshop()
  const isSelf = person === view.me.person
  const name = view.people[person]?.name ?? ''
  const known = isSelf ? view.me.about : view.me.helped[person]
  const [typedName, setTypedName] = useState(name)
  const [perspective, setPerspective] = useState(known?.perspective ?? '')
  const [needs, setNeeds] = useState(known?.needs ?? '')
  const [isNamed, setIsNamed] = useState(known?.isNamed ?? false)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const whom = isSelf ? {} : { person }
    const about = await replica.command({ type: 'person.about', ...whom, perspective, needs, isNamed })
    const answer =
      about.ok && typedName !== name
        ? await replica.command({ type: 'person.rename', ...whom, name: typedName })
        : about
    setIsBusy(false)
    if (answer.ok) onClose()
    else setProblem(refusalText(answer))
  }

  return (
    <form className={styles['form']} onSubmit={handleSubmit} noValidate>
      <Field
        label={t('people.aboutName')}
        dir="auto"
        value={typedName}
        maxLength={NAME_MAX}
        onChange={(event) => setTypedName(event.target.value)}
      />
      <Field
        label={isSelf ? t('people.perspective') : t('people.perspectiveOf', { name })}
        hint={t('people.perspectiveHint')}
        optional
        dir="auto"
        value={perspective}
        maxLength={ABOUT_MAX}
        onChange={(event) => setPerspective(event.target.value)}
      />
      <TextArea
        label={isSelf ? t('people.aboutNeeds') : t('people.aboutNeedsOf', { name })}
        hint={t('people.aboutNeedsHint')}
        optional
        rows={2}
        dir="auto"
        value={needs}
        maxLength={ABOUT_MAX}
        onChange={(event) => setNeeds(event.target.value)}
      />
      <div>
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={isNamed}
            onChange={(event) => setIsNamed(event.currentTarget.checked)}
          />
          <span>{isSelf ? t('people.consent') : t('people.consentOf', { name })}</span>
        </label>
        <p className={styles['aside']}>{t('people.consentHint')}</p>
      </div>
      {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
      <DialogActions>
        <Button submits look="primary" busy={isBusy}>
          {t('people.aboutSave')}
        </Button>
        <Button onClick={onClose}>{t('parts.cancel')}</Button>
      </DialogActions>
    </form>
  )
}
