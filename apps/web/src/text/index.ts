/**
 * The words on the screen: `t('home.start')`, typed by the English catalogue, which is written in the format of i18next:
 * plurals end in what `Intl.PluralRules` calls them, `_one` and `_other` in English, and values are `{{named}}`.
 */
import { en } from './en.ts'
import type { enInside } from './enInside.ts'

type Catalogue = typeof en & typeof enInside
type Ending = 'zero' | 'one' | 'other'

type Written = {
  [Screen in keyof Catalogue]: `${Screen}.${keyof Catalogue[Screen] & string}`
}[keyof Catalogue]
type WithoutEnding<Each extends Written> = Each extends `${infer Said}_${Ending}` ? Said : Each

/** Everything that can be said: `now.people` stands for `now.people_zero`, `_one` and `_other`. */
type Key = WithoutEnding<Written>

type SentenceOf<Said extends Key> = Said extends `${infer Screen extends keyof Catalogue}.${infer Word}`
  ? Catalogue[Screen][keyof Catalogue[Screen] & (Word | `${Word}_${Ending}`)]
  : never
type NamesIn<Sentence> = Sentence extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never
type Counted<Said extends Key> = Said extends Said
  ? `${Said}_other` extends Written
    ? 'count'
    : never
  : never

/** What a key needs besides: nothing, or a value for each name in any of its sentences. */
type ValuesFor<Names extends string> = [Names] extends [never]
  ? []
  : [values: Readonly<Record<Names, string | number>>]

/** The language on the screen, for `lang` and for dates (BCP 47). */
export const language: string = 'en'

const plurals = new Intl.PluralRules(language)
const sentences = new Map<string, string>()

/** Adds a part of the catalogue, screen by screen; its keys are there from the next `t` on. */
export function addWords(screens: Readonly<Record<string, Readonly<Record<string, string>>>>): void {
  for (const [screen, words] of Object.entries(screens)) {
    for (const [key, sentence] of Object.entries(words)) sentences.set(`${screen}.${key}`, sentence)
  }
}
addWords(en)

/**
 * The sentence for a key, with its `{{values}}` filled in; `count` chooses the plural, and `_zero` where there is one.
 * A key whose words have not come yet is shown as it is.
 */
export function t<Said extends Key>(
  key: Said,
  ...given: ValuesFor<NamesIn<SentenceOf<Said>> | Counted<Said>>
): string {
  const values: Readonly<Record<string, string | number>> = given[0] ?? {}
  const sentence =
    (typeof values['count'] === 'number' ? forCount(key, values['count']) : undefined) ??
    sentences.get(key) ??
    key
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

function forCount(key: string, count: number): string | undefined {
  const none = count === 0 ? sentences.get(`${key}_zero`) : undefined
  return none ?? sentences.get(`${key}_${plurals.select(count)}`)
}

/**
 * The sentence for a key that is only known while running (a refusal's code); `undefined` where the catalogue has none.
 */
export function tIfKnown(key: string): string | undefined {
  return sentences.get(key)
}
