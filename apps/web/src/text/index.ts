/**
 * The words on the screen: `t('home.start')`, typed by the English catalogue. One catalogue a language; a second one is
 * `xx.ts` and `xxInside.ts` beside the English ones, with the same keys, and an entry in `catalogues`.
 */
import type { TFunction } from 'i18next'
import { createInstance } from 'i18next'
import { en } from './en.ts'
import type { enInside } from './enInside.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en & typeof enInside }
  }
}

// A copy: the second half is added to what is given here.
const catalogues = { en: { translation: { ...en } } }

const i18n = createInstance()
// The catalogue is part of the script, so this is done before the next line; the promise says nothing more.
void i18n.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: catalogues,
  initAsync: false,
  // React escapes what it shows; escaping here as well would show &amp; to people.
  interpolation: { escapeValue: false },
  // Keys are ours and found in the catalogue; `:` in a sentence is only a colon.
  nsSeparator: false,
})

/** The sentence for a key, with its `{{values}}` filled in; `count` chooses between `_one` and `_other`. */
export const t: TFunction = i18n.t

/** The language on the screen, for `lang` and for dates (BCP 47). */
export const language: string = i18n.language

/** Adds a further part of the catalogue; the keys are there from the next `t` on. */
export function addWords(words: object): void {
  i18n.addResourceBundle(language, 'translation', words, true)
}

/**
 * The sentence for a key that is only known while running (a refusal's code); `undefined` where the catalogue has none.
 */
export function tIfKnown(key: string): string | undefined {
  const found: unknown = i18n.exists(key) ? i18n.getResource(language, 'translation', key) : undefined
  return typeof found === 'string' ? found : undefined
}
