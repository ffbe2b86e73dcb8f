// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { copyText } from './copyText.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

/** A browser without the clipboard API whose old command answers this. */
function withoutClipboard(answer: boolean): { selected: string[] } {
  const seen = { selected: [] as string[] }
  vi.stubGlobal('navigator', {})
  document.execCommand = () => {
    const active = document.activeElement
    if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) {
      seen.selected.push(active.value.slice(active.selectionStart ?? 0, active.selectionEnd ?? 0))
    }
    return answer
  }
  return seen
}

describe('copying', () => {
  it('uses the clipboard where there is one', async () => {
    const writeText = vi.fn(() => Promise.resolve())
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    expect(await copyText('words')).toBe(true)
    expect(writeText).toHaveBeenCalledWith('words')
  })

  it('selects and copies the old way on plain http, and leaves nothing behind', async () => {
    const seen = withoutClipboard(true)
    expect(await copyText('all of it')).toBe(true)
    expect(seen.selected).toEqual(['all of it'])
    expect(document.querySelector('textarea')).toBeNull()
  })

  it('leaves the field selected where nothing works, and says so', async () => {
    withoutClipboard(false)
    const field = document.createElement('input')
    field.value = 'https://moot.example/w/a#j.key'
    document.body.append(field)
    expect(await copyText(field.value, field)).toBe(false)
    expect(document.activeElement).toBe(field)
    expect(field.selectionEnd).toBe(field.value.length)
  })
})
