/** Topics that look alike: a hint for their conveners, who decide. Nothing is ever joined by it. */
import { cutTo } from '../typed.ts'
import type { Topic } from './topic.ts'

/** Two questions look alike from so large a part of their words on, those of both counted. */
const ALIKE = 0.5
/** Words of so many topics, or of so large a part of them, say nothing of any. */
const COMMON_TOPICS = 4
const COMMON_PART = 0.25
/** A word shorter than this says nothing, unless it is of a script whose words are short. */
const SHORT = 3
/** Words have a stem in common if they begin alike for so many letters, and for so large a part of the longer one. */
const STEM = 4
const STEM_PART = 0.6
/** Words of one topic that are looked at. */
const WORDS_MAX = 40
/** Words that are compared with one another at most: far more than sixty topics take, and done before anybody waits. */
const COMPARED_MAX = 1_500_000
const SHORT_WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Words that questions are made of, whatever they ask. Of other languages, the topics themselves say which are common. */
const SAY_NOTHING = new Set(
  (
    'about after all also and any are back because been before being best better between both but can cannot could did ' +
    'does doing done don each enough ever every everybody everyone for from get getting give given goes going good had ' +
    'has have having help her here his how improve into isn its just keep know let like look make making many matter may ' +
    'might more most much must need needs never new next not nothing now off often one only open other others our ours ' +
    'out over own people person place please question really right same see shall she should some somebody someone ' +
    'something still such sure take talk than that the their them then there these they thing things think this those ' +
    'through time too try under until use using very want was way ways well were what whatever when where whether which ' +
    'while who whom whose why will with without work working would year you your'
  ).split(' '),
)

type Questions = Topic['questions']
type Pairs = readonly (readonly [string, string])[]

/** The words of questions, the same for as long as the questions are. */
const knownWords = new WeakMap<Questions, readonly string[]>()
let segmenter: Intl.Segmenter | undefined

function wordsOf(questions: Questions): readonly string[] {
  let words = knownWords.get(questions)
  if (words === undefined) {
    segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
    const found = new Set<string>()
    for (const { text } of questions)
      for (const { segment, isWordLike } of segmenter.segment(text.normalize('NFKD').toLowerCase())) {
        // What is written with marks is looked for without them.
        const word = segment.replace(/\p{Mark}/gu, '')
        const isShort = word.length < SHORT && !SHORT_WORDS.test(word)
        if (isWordLike === true && !isShort && !SAY_NOTHING.has(word)) found.add(word)
      }
    words = [...found].slice(0, WORDS_MAX)
    knownWords.set(questions, words)
  }
  return words
}

function isOneStem(a: string, b: string): boolean {
  if (a === b) return true
  const longer = Math.max(a.length, b.length)
  const least = Math.max(STEM, Math.ceil(longer * STEM_PART))
  return Math.min(a.length, b.length) >= least && a.slice(0, least) === b.slice(0, least)
}

/** What words begin with: those of one stem have it in common. */
const beginning = (word: string): string => cutTo(word, STEM)

/** Whom each topic might look like: those who have a word that begins as one of its own. */
function candidates(all: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const by = new Map<string, number[]>()
  for (const [at, words] of all.entries())
    for (const start of new Set(words.map(beginning))) {
      const those = by.get(start)
      if (those === undefined) by.set(start, [at])
      else those.push(at)
    }
  return by
}

/** How much of their words two have in common, 0 to 1; the same either way. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const inOther = (words: readonly string[], others: readonly string[]): number =>
    words.filter((word) => others.some((other) => isOneStem(word, other))).length
  const shared = Math.min(inOther(a, b), inOther(b, a))
  // One word alone says little, where there are others.
  if (shared < Math.min(2, a.length, b.length)) return 0
  return shared === 0 ? 0 : (2 * shared) / (a.length + b.length)
}

function pairsOf(topics: readonly Topic[]): Pairs {
  const all = topics.map(({ questions }) => wordsOf(questions))
  const most = Math.max(COMMON_TOPICS, Math.floor(topics.length * COMMON_PART))
  const count = new Map<string, number>()
  for (const word of all.flat()) count.set(word, (count.get(word) ?? 0) + 1)
  const telling = all.map((words) => words.filter((word) => (count.get(word) ?? 0) <= most))
  const tried = new Set<number>()
  const pairs: [string, string][] = []
  let compared = 0
  // What few begin with says most: where there is too much to compare, common beginnings are left out.
  const alike = [...candidates(telling).values()].toSorted((a, b) => a.length - b.length)
  for (const those of alike)
    for (const [place, one] of those.entries())
      for (const other of those.slice(place + 1)) {
        if (compared >= COMPARED_MAX) break
        const key = one * topics.length + other
        const [first, second] = [topics[one]?.id, topics[other]?.id]
        if (tried.has(key) || first === undefined || second === undefined) continue
        tried.add(key)
        const [mine, others] = [telling[one] ?? [], telling[other] ?? []]
        compared += mine.length * others.length
        if (likeness(mine, others) < ALIKE) continue
        pairs.push(first < second ? [first, second] : [second, first])
      }
  return pairs.toSorted(([a, b], [c, d]) => (a < c || (a === c && b < d) ? -1 : 1))
}

/** What was found last, by the first topic's questions: it is asked for each person at every change. */
const known = new WeakMap<Questions, { readonly topics: readonly Topic[]; readonly pairs: Pairs }>()

/** Pairs of topics whose questions look alike, by id; the same for as long as the questions are. */
export function closePairs(topics: readonly Topic[]): Pairs {
  const [first] = topics
  if (first === undefined) return []
  const last = known.get(first.questions)
  const isSame =
    last?.topics.length === topics.length &&
    topics.every(({ id, questions }, at) => {
      const before = last.topics[at]
      return before?.id === id && before.questions === questions
    })
  if (isSame) return last.pairs
  const pairs = pairsOf(topics)
  known.set(first.questions, { topics, pairs })
  return pairs
}
