import type { TopicView } from '@moot/workshop'
import { isOpen, QUESTIONS_SOFT } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { toast } from '../boards/toast.tsx'
import { isFound } from '../people/roster.ts'
import { focusTopicIfLost } from '../topics/focusTopic.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { isAmong, mainQuestion, namesOf } from '../workshop/topicsHere.ts'
import { joinedToast } from './joinedToast.ts'
import { crowdedWords } from './crowdedWords.ts'
import styles from './offer.module.css'
import { Option } from './Option.tsx'
import type { TopicDialogProps } from './TopicDialogs.tsx'

/** From so many topics on there is a field to look for one. */
const SEARCH_FROM = 6

/** *Join with…*: which other topic; its conveners are asked, and nothing happens before they say yes. */
export function JoinDialog({
  topic,
  other,
  onClose,
  returnFocusTo,
}: TopicDialogProps & { readonly other: string | undefined }) {
  const { view, replica } = useWorkshop()
  const give = useGive()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(other)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const asked = new Set(
    view.me.topics.merges.flatMap((ask) =>
      ask.topic === topic.id ? [ask.other] : ask.other === topic.id ? [ask.topic] : [],
    ),
  )
  const others = Object.values(view.topics)
    .filter((each) => each.id !== topic.id && isOpen(each) && !asked.has(each.id))
    // The one that it was opened with stands first: in a long list it would be chosen out of sight.
    .toSorted((a, b) => Number(b.id === other) - Number(a.id === other) || a.posted - b.posted)
  const found = others.filter(
    (each) => each.id === chosen || query.trim() === '' || isFound(query, searched(each, view.people)),
  )
  const target = chosen === undefined ? undefined : view.topics[chosen]
  const isOwn = target !== undefined && isAmong(view, target.conveners)
  const count = topic.questions.length + (target?.questions.length ?? 0)

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (target === undefined) {
      setProblem(t('offer.joinNothing'))
      return
    }
    setIsBusy(true)
    const answer = await replica.command({ type: 'topic.askMerge', topic: topic.id, other: target.id })
    setIsBusy(false)
    if (!answer.ok) {
      setProblem(refusalText(answer))
      return
    }
    const [first, second] = target.posted < topic.posted ? [target, topic] : [topic, target]
    toast(
      isOwn
        ? joinedToast(give, replica, second.id)
        : { words: t('offer.joinAsked', { names: namesOf(view, target.conveners) }) },
    )
    onClose()
    focusTopicIfLost(isOwn ? first.id : topic.id)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('offer.joinTitle')}
      description={
        <>
          <span className={styles['block']} dir="auto">
            <strong>{mainQuestion(topic)}</strong>
          </span>
          <span className={styles['block']}>{t('offer.joinLead')}</span>
        </>
      }
      returnFocusTo={returnFocusTo}
    >
      <form className={styles['form']} onSubmit={handleSubmit} noValidate>
        {others.length === 0 ? (
          <p>{t('offer.joinNone')}</p>
        ) : (
          <>
            {others.length < SEARCH_FROM ? null : (
              <Field
                type="search"
                label={t('offer.joinSearch')}
                dir="auto"
                value={query}
                onChange={(event) => setQuery(event.target.value)}
              />
            )}
            <fieldset className={styles['choices']}>
              <legend className="visually-hidden">{t('offer.joinWhich')}</legend>
              {found.map((each) => (
                <Option
                  key={each.id}
                  type="radio"
                  name="other"
                  words={mainQuestion(each)}
                  aside={[
                    t('offer.by', { names: namesOf(view, each.conveners) }),
                    ...(each.questions.length < 2
                      ? []
                      : [t('offer.questions', { count: each.questions.length })]),
                  ].join(' · ')}
                  checked={each.id === chosen}
                  onChange={() => {
                    setChosen(each.id)
                    setProblem(undefined)
                  }}
                />
              ))}
              {found.length === 0 ? <p className={styles['aside']}>{t('offer.nothingFound')}</p> : null}
            </fieldset>
          </>
        )}
        {target !== undefined && count > QUESTIONS_SOFT ? (
          <Notice tone="attention">{crowdedWords(count)}</Notice>
        ) : null}
        {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
        <DialogActions>
          {others.length === 0 ? null : (
            <Button submits look="primary" busy={isBusy}>
              {target === undefined || isOwn
                ? t(isOwn ? 'offer.joinDo' : 'offer.ask')
                : t('offer.askNames', { names: namesOf(view, target.conveners) })}
            </Button>
          )}
          <Button onClick={onClose}>{t('parts.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function searched(
  { questions, conveners }: TopicView,
  people: Readonly<Record<string, { readonly name: string }>>,
): string[] {
  return [...questions.map(({ text }) => text), ...conveners.map((id) => people[id]?.name ?? '')]
}
