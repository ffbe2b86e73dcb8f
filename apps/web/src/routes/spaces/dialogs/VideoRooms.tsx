import { SPACES_MAX } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from '../../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../../parts/Dialog.tsx'
import { TextArea } from '../../../parts/Field.tsx'
import { Notice } from '../../../parts/Notice.tsx'
import { t } from '../../../text/index.ts'
import { refusalText } from '../../../text/refusalText.ts'
import { toast } from '../../boards/toast.tsx'
import { useWorkshop } from '../../workshop/useWorkshop.ts'
import type { OneDialog } from '../SpacesDialogs.tsx'
import { readVideoLines, writeVideoLines } from '../videoLines.ts'
import { roomsOf, saveRooms } from './videoRooms.ts'

/** *Video rooms*: a list of names and links to paste, days ahead if need be; it makes the spaces that it needs. */
export function VideoRooms({ onClose, returnFocusTo }: OneDialog) {
  const { replica, view } = useWorkshop()
  const [lines, setLines] = useState(() => writeVideoLines(roomsOf(view)))
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    setProblem(undefined)
    const known = roomsOf(view).length
    const rooms = readVideoLines(lines)
    // A line that was taken out takes the name of its space out as well.
    const all = Array.from(
      { length: Math.max(rooms.length, known) },
      (_, at) => rooms[at] ?? { videoName: '', videoLink: '' },
    )
    const missing = rooms.length > known ? Math.min(SPACES_MAX, rooms.length) : 0
    const answer =
      missing === 0
        ? ({ ok: true } as const)
        : await replica.command({ type: 'spaces.prepare', count: missing })
    const refusal = answer.ok ? await saveRooms(replica, all) : answer
    setIsBusy(false)
    if (refusal !== undefined) {
      setProblem(refusalText(refusal))
      return
    }
    toast({ words: t('spaces.videoSaved') })
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocusTo={returnFocusTo}
      title={t('spaces.videoTitle')}
      description={t('spaces.videoLead')}
    >
      <form onSubmit={(event) => void handleSubmit(event)} noValidate style={{ display: 'contents' }}>
        <TextArea
          label={t('spaces.videoLines')}
          hint={t('spaces.videoHint')}
          placeholder={t('spaces.videoExample')}
          rows={6}
          value={lines}
          dir="auto"
          onChange={(event) => setLines(event.target.value)}
        />
        {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
        <DialogActions>
          <Button submits look="primary" busy={isBusy}>
            {t('spaces.videoSave')}
          </Button>
          <Button onClick={onClose}>{t('parts.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
