import { QUESTION_MAX, SLOT_TITLE_MAX, VIDEO_LINK_MAX, VIDEO_NAME_MAX } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from '../../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../../parts/Dialog.tsx'
import { Field, TextArea } from '../../../parts/Field.tsx'
import { Notice } from '../../../parts/Notice.tsx'
import { t } from '../../../text/index.ts'
import { refusalText } from '../../../text/refusalText.ts'
import type { ListedSpace } from '../../workshop/places.ts'
import { spaceById, spaceName } from '../../workshop/places.ts'
import { useWorkshop } from '../../workshop/useWorkshop.ts'
import type { OneDialog } from '../SpacesDialogs.tsx'
import styles from './dialogs.module.css'

/** What one space is about, and which room of the video call belongs to it. */
export function ChangeSpace({ spaceId, onClose, returnFocusTo }: OneDialog & { readonly spaceId: string }) {
  const { view } = useWorkshop()
  const space = spaceById(view.spaces, spaceId)
  if (space === undefined) return null
  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocusTo={returnFocusTo}
      title={t('spaces.changeTitle', { space: spaceName(space) })}
    >
      <ChangeForm space={space} onClose={onClose} />
    </Dialog>
  )
}

function ChangeForm({ space, onClose }: { readonly space: ListedSpace; readonly onClose: () => void }) {
  const { replica } = useWorkshop()
  const [title, setTitle] = useState(space.title)
  const [question, setQuestion] = useState(space.question)
  const [videoName, setVideoName] = useState(space.videoName)
  const [videoLink, setVideoLink] = useState(space.videoLink)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const answer = await replica.command({
      type: 'space.change',
      space: space.id,
      videoName,
      videoLink,
      ...(space.isOn && { title, question }),
    })
    setIsBusy(false)
    if (answer.ok) onClose()
    else setProblem(refusalText(answer))
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void handleSubmit(event)} noValidate>
      {space.isOn ? (
        <>
          <Field
            label={t('spaces.changeSlotTitle')}
            optional
            value={title}
            maxLength={SLOT_TITLE_MAX}
            dir="auto"
            onChange={(event) => setTitle(event.target.value)}
          />
          <TextArea
            label={t('spaces.changeQuestion')}
            optional
            rows={2}
            value={question}
            maxLength={QUESTION_MAX}
            dir="auto"
            onChange={(event) => setQuestion(event.target.value)}
          />
        </>
      ) : null}
      <Field
        label={t('spaces.changeVideoName')}
        optional
        value={videoName}
        maxLength={VIDEO_NAME_MAX}
        dir="auto"
        onChange={(event) => setVideoName(event.target.value)}
      />
      <Field
        label={t('spaces.changeVideoLink')}
        optional
        type="url"
        inputMode="url"
        value={videoLink}
        maxLength={VIDEO_LINK_MAX}
        dir="ltr"
        onChange={(event) => setVideoLink(event.target.value)}
      />
      {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
      <DialogActions>
        <Button submits look="primary" busy={isBusy}>
          {t('spaces.save')}
        </Button>
        <Button onClick={onClose}>{t('parts.cancel')}</Button>
      </DialogActions>
    </form>
  )
}
