import type { ReportField } from '@moot/workshop'
import { REPORT_TEXT_MAX } from '@moot/workshop'
import type { RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { TextArea } from '../../parts/Field.tsx'
import { growToFit } from '../../parts/growToFit.ts'
import { caretIn } from './keepCaret.ts'
import type { ReportDesk } from './ReportDesk.ts'

/** One text of a report to type in. What others type comes in as it is saved, with the caret kept where it was. */
export function ReportText({
  desk,
  field,
  text,
  label,
  hint,
  error,
  rows = 2,
  focusRef,
  onWriting,
}: {
  readonly desk: ReportDesk
  readonly field: ReportField
  readonly text: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly rows?: number
  /** For giving it the focus. */
  readonly focusRef?: RefObject<HTMLTextAreaElement | null>
  /** The person came into it, or left it. */
  readonly onWriting: (isOn: boolean) => void
}) {
  const own = useRef<HTMLTextAreaElement>(null)
  const area = focusRef ?? own
  useLayoutEffect(() => {
    const here = area.current
    if (here === null) return
    if (here.value !== text) {
      const { value, selectionStart, selectionEnd } = here
      here.value = text
      // Elsewhere a selection would pull the focus here.
      if (document.activeElement === here)
        here.setSelectionRange(caretIn(value, text, selectionStart), caretIn(value, text, selectionEnd))
    }
    growToFit(here)
  }, [area, text])
  return (
    <TextArea
      ref={area}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(error === undefined ? {} : { error })}
      rows={rows}
      dir="auto"
      maxLength={REPORT_TEXT_MAX}
      defaultValue={text}
      data-field={field}
      onChange={({ target }) => desk.type(field, target.value)}
      onFocus={() => onWriting(true)}
      onBlur={() => {
        desk.write(field)
        onWriting(false)
      }}
      onCompositionStart={() => desk.compose(field, true)}
      onCompositionEnd={() => desk.compose(field, false)}
      onKeyDown={(event) => {
        // A headline is one sentence: it has no line breaks.
        if (field === 'headline' && event.key === 'Enter') event.preventDefault()
      }}
    />
  )
}
