import type { Undo } from '@moot/board'
import type { ComponentProps, KeyboardEvent } from 'react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type * as Y from 'yjs'
import { growToFit } from './growToFit.ts'
import type { WordsBinding } from './wordsBinding.ts'
import { bindWords } from './wordsBinding.ts'

/** How a person left an editor. */
export type EditorEnd = 'enter' | 'escape' | 'blur'

/** What an editor of shared words needs; everything else goes to the `textarea`. */
export interface WordsEditorProps extends Omit<
  ComponentProps<'textarea'>,
  'value' | 'defaultValue' | 'onChange' | 'rows'
> {
  readonly words: Y.Text
  /** Origin of the person's transactions: what their undo tracks. */
  readonly origin: object
  readonly undo: Undo
  /** Grows with its words; otherwise it fills what it is given and scrolls. */
  readonly grows?: boolean
  readonly onDone: (end: EditorEnd) => void
}

/**
 * A field that several people can type in at once. Takes the focus with the caret at the end. Enter is done,
 * Shift+Enter a new line, Escape leaves; what was typed stays in every case, because it is shared letter by letter.
 * Ctrl+Z and Ctrl+Y are the board's undo, so that one step is the same everywhere.
 */
export function WordsEditor({ words, origin, undo, grows = false, onDone, ...rest }: WordsEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const binding = useRef<WordsBinding>(undefined)
  const isDone = useRef(false)

  const resize = () => {
    if (grows) growToFit(field.current)
  }

  useLayoutEffect(() => {
    const area = field.current
    if (area === null) return
    isDone.current = false
    const bound = bindWords(area, words, origin)
    binding.current = bound
    undo.checkpoint()
    words.observe(resize)
    resize()
    area.focus({ preventScroll: true })
    area.setSelectionRange(area.value.length, area.value.length)
    area.scrollIntoView({ block: 'nearest' })
    return () => {
      words.unobserve(resize)
      bound.dispose()
      binding.current = undefined
      undo.checkpoint()
    }
    // `resize` reads only what is bound here.
    // eslint-disable-next-line react/exhaustive-deps
  }, [words, origin, undo, grows])

  // React has no prop for it: the browser's own undo (menu, shake, three fingers) would bring back stale words.
  useEffect(() => {
    const area = field.current
    if (area === null) return
    const handle = (event: InputEvent): void => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
      event.preventDefault()
      if (event.inputType === 'historyUndo') undo.undo(true)
      else undo.redo()
    }
    area.addEventListener('beforeinput', handle)
    return () => area.removeEventListener('beforeinput', handle)
  }, [undo])

  const finish = (end: EditorEnd) => {
    if (isDone.current) return
    isDone.current = true
    onDone(end)
  }

  const handleKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Keys typed here are words: no shortcut of the view around may take them.
    event.stopPropagation()
    // An input method uses Enter and Escape itself; 229 is how Safari reports the Enter that ends one.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey
    if (isCommand && event.key.toLowerCase() === 'z') {
      event.preventDefault()
      if (event.shiftKey) undo.redo()
      else undo.undo(true)
    } else if (isCommand && event.key.toLowerCase() === 'y') {
      event.preventDefault()
      undo.redo()
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      finish('enter')
    } else if (event.key === 'Escape') {
      event.preventDefault()
      finish('escape')
    }
  }

  return (
    <textarea
      {...rest}
      ref={field}
      rows={1}
      dir="auto"
      onInput={() => {
        binding.current?.handleInput()
        resize()
      }}
      onCompositionStart={() => binding.current?.handleCompositionStart()}
      onCompositionEnd={() => {
        binding.current?.handleCompositionEnd()
        resize()
      }}
      onKeyDown={handleKeyDown}
      onBlur={(event) => {
        // Looking at another window is not leaving: the field keeps its place.
        if (document.activeElement !== event.currentTarget) finish('blur')
      }}
    />
  )
}
