import type { Command } from '@moot/workshop'
import { NAME_MAX } from '@moot/workshop'
import type { FormEvent, ReactNode, RefObject } from 'react'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { Choice, Field } from '../../parts/Field.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import '../../text/withPeople.ts'
import { toast } from '../boards/toast.tsx'
import { OtherDevice } from '../workshop/dialogs/OtherDevice.tsx'
import { openSpaces, spaceById, spaceLabel } from '../workshop/places.ts'
import { peopleInOrder } from '../workshop/peopleHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { PasteNames } from './PasteNames.tsx'
import styles from './PeopleScreen.module.css'
import type { Asking } from './personDeeds.ts'

/** Dialogs over the roster. `assist` and `paste` are about nobody who is there yet. */
export type PersonDialogName = 'assist' | 'paste' | Asking

/** What each of them gets. */
export interface PersonDialogProps {
  readonly person: string
  readonly onClose: () => void
  readonly returnFocusTo: readonly RefObject<HTMLElement | null>[]
}

/** The dialog that is open. */
export function PersonDialog({ name, ...rest }: PersonDialogProps & { readonly name: PersonDialogName }) {
  const { view } = useWorkshop()
  const known = view.people[rest.person]
  switch (name) {
    case 'assist':
      return <AddAssisted {...rest} />
    case 'paste':
      return <PasteNames {...rest} />
    case 'code':
      return known === undefined ? null : (
        <OtherDevice {...rest} person={{ id: rest.person, name: known.name }} />
      )
    case 'helper':
      return <ChooseHelper {...rest} />
    case 'byHelper':
      return <ByHelper {...rest} />
    case 'sendTo':
      return <SendTo {...rest} />
    case 'rename':
      return <Rename {...rest} />
    default:
      return name satisfies never
  }
}

/** A form in a dialog that gives one command: busy while it waits, says why it was refused, closes when it was done. */
function CommandDialog({
  title,
  lead,
  action,
  commandOf,
  thenOf,
  said,
  onClose,
  returnFocusTo,
  children,
}: Omit<PersonDialogProps, 'person'> & {
  readonly title: string
  readonly lead?: string
  readonly action: string
  /** The command, or what is missing for it. */
  readonly commandOf: () => Command | { readonly missing: string }
  /** What is done after it, once it was done. */
  readonly thenOf?: () => Command
  readonly said: () => string
  readonly children: ReactNode
}) {
  const { replica } = useWorkshop()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    const command = commandOf()
    if ('missing' in command) return setProblem(command.missing)
    setIsBusy(true)
    const first = await replica.command(command)
    const answer = first.ok && thenOf !== undefined ? await replica.command(thenOf()) : first
    setIsBusy(false)
    if (!answer.ok) return setProblem(refusalText(answer))
    toast({ words: said() })
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocusTo={returnFocusTo}
      title={title}
      {...(lead === undefined ? {} : { description: lead })}
    >
      <form className={styles['form']} onSubmit={handleSubmit} noValidate>
        {children}
        {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
        <DialogActions>
          <Button submits look="primary" busy={isBusy}>
            {action}
          </Button>
          <Button onClick={onClose}>{t('parts.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Everybody who may help somebody: who writes, with a connection of their own. */
function HelperChoice({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (helper: string) => void
}) {
  const { view } = useWorkshop()
  const helpers = peopleInOrder(view).filter(
    ({ role, helper, isExpected }) => role !== 'observer' && helper === undefined && !isExpected,
  )
  return (
    <Choice label={t('people.whoHelps')} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('people.chooseHelper')}</option>
      {helpers.map(({ id, name, at }) => (
        <option key={id} value={id}>
          {id === view.me.person ? `${name} (${t('people.you')})` : name}
          {at === null ? ` (${t('people.away')})` : ''}
        </option>
      ))}
    </Choice>
  )
}

function AddAssisted(props: PersonDialogProps) {
  const { view } = useWorkshop()
  const [name, setName] = useState('')
  const [helper, setHelper] = useState('')
  return (
    <CommandDialog
      {...props}
      title={t('people.addAssisted')}
      lead={t('people.addAssistedLead')}
      action={t('people.addAssistedDo')}
      commandOf={() =>
        helper === '' ? { missing: t('people.helperMissing') } : { type: 'person.assist', name, helper }
      }
      said={() => t('people.saidAdded', { name, helper: view.people[helper]?.name ?? '' })}
    >
      <Field
        label={t('people.theirName')}
        dir="auto"
        autoComplete="off"
        value={name}
        maxLength={NAME_MAX}
        onChange={(event) => setName(event.target.value)}
      />
      <HelperChoice value={helper} onChange={setHelper} />
    </CommandDialog>
  )
}

function ChooseHelper(props: PersonDialogProps) {
  const { view } = useWorkshop()
  const { person } = props
  const name = view.people[person]?.name ?? ''
  const [helper, setHelper] = useState(view.people[person]?.helper ?? '')
  return (
    <CommandDialog
      {...props}
      title={t('people.helperTitle', { name })}
      action={t('people.helperDo')}
      commandOf={() =>
        helper === '' ? { missing: t('people.helperMissing') } : { type: 'person.setHelper', person, helper }
      }
      said={() => t('people.saidHelper', { name, helper: view.people[helper]?.name ?? '' })}
    >
      <HelperChoice value={helper} onChange={setHelper} />
    </CommandDialog>
  )
}

/** Somebody who was expected turns out to take part without a connection. */
function ByHelper(props: PersonDialogProps) {
  const { view } = useWorkshop()
  const { person } = props
  // Kept: they leave the list of those who are expected while this is open.
  const [name] = useState(view.people[person]?.name ?? '')
  const [helper, setHelper] = useState('')
  return (
    <CommandDialog
      {...props}
      title={t('people.helperTitle', { name })}
      lead={t('people.addAssistedLead')}
      action={t('people.helperDo')}
      commandOf={() =>
        helper === '' ? { missing: t('people.helperMissing') } : { type: 'person.assist', name, helper }
      }
      thenOf={() => ({ type: 'person.remove', person })}
      said={() => t('people.saidAdded', { name, helper: view.people[helper]?.name ?? '' })}
    >
      <HelperChoice value={helper} onChange={setHelper} />
    </CommandDialog>
  )
}

function SendTo(props: PersonDialogProps) {
  const { view } = useWorkshop()
  const { person } = props
  const name = view.people[person]?.name ?? ''
  const spaces = openSpaces(view.spaces)
  const [space, setSpace] = useState(view.people[person]?.place?.sent ?? spaces[0]?.id ?? '')
  const chosen = spaceById(view.spaces, space)
  return (
    <CommandDialog
      {...props}
      title={t('people.sendTitle', { name })}
      lead={t('people.sendLead')}
      action={t('people.sendDo')}
      commandOf={() => ({ type: 'people.send', places: [{ person, space: space === '' ? null : space }] })}
      said={() =>
        chosen === undefined
          ? t('people.saidFree', { name })
          : t('people.saidSent', { name, space: spaceLabel(view, chosen) })
      }
    >
      <Choice label={t('people.sendWhere')} value={space} onChange={(event) => setSpace(event.target.value)}>
        {spaces.map((each) => (
          <option key={each.id} value={each.id}>
            {spaceLabel(view, each)}
          </option>
        ))}
        <option value="">{t('people.sendFree')}</option>
      </Choice>
    </CommandDialog>
  )
}

function Rename(props: PersonDialogProps) {
  const { view } = useWorkshop()
  const { person } = props
  const known = view.people[person]?.name ?? ''
  const [title] = useState(() => t('people.renameTitle', { name: known }))
  const [name, setName] = useState(known)
  return (
    <CommandDialog
      {...props}
      title={title}
      action={t('people.renameDo')}
      commandOf={() => ({ type: 'person.rename', person, name })}
      said={() => t('people.saidRenamed', { name: name.trim() })}
    >
      <Field
        label={t('people.theirName')}
        dir="auto"
        value={name}
        maxLength={NAME_MAX}
        onChange={(event) => setName(event.target.value)}
      />
    </CommandDialog>
  )
}
