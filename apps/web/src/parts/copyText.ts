/**
 * Copies words, also where there is no clipboard API (plain http on a local network).
 *
 * @param field - an input that holds the words; it is left selected where copying failed, so that the person can
 * @returns whether the words are in the clipboard now
 */
export async function copyText(
  text: string,
  field?: HTMLInputElement | HTMLTextAreaElement | null,
): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // No clipboard API here, or it was refused: the old way below still works after a press of a button.
  }
  const source = field ?? document.body.appendChild(offPage(text))
  source.focus()
  source.select()
  source.setSelectionRange(0, text.length)
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    if (source !== field) source.remove()
  }
}

function offPage(text: string): HTMLTextAreaElement {
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'visually-hidden'
  return area
}
