/** Joining what two people wrote into one text at the same time: no word that either typed is lost. */

/** A script without spaces between words: each letter of it stands for itself. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
/**
 * A line break, spaces, a letter of a script without spaces, a word, a mark, signs such as emoji: nothing is cut inside
 * of one.
 */
const PIECES = new RegExp(
  `\\r?\\n|[^\\S\\n]+|[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+|\\p{P}\\p{M}*|[^\\s\\p{L}\\p{N}\\p{P}]+`,
  'gu',
)

const piecesOf = (text: string): readonly string[] => text.match(PIECES) ?? []

/** What somebody made of a text: these of its pieces, `from` up to before `to`, became others. */
interface Change {
  readonly from: number
  readonly to: number
  readonly pieces: readonly string[]
}

/** Texts that differ in more than so many pairs of pieces are taken as one change: comparing them all would take long. */
const PAIRS_MAX = 250_000

/** Where two texts differ, from the front to the back; a change ends before the next begins. */
function changesOf(before: readonly string[], after: readonly string[]): readonly Change[] {
  const shorter = Math.min(before.length, after.length)
  let front = 0
  while (front < shorter && before[front] === after[front]) front += 1
  let back = 0
  while (back < shorter - front && before.at(-1 - back) === after.at(-1 - back)) back += 1
  const from = { at: front, to: before.length - back }
  const into = { at: front, to: after.length - back }
  if (from.at === from.to && into.at === into.to) return []
  const whole = { from: from.at, to: from.to, pieces: after.slice(into.at, into.to) }
  if ((from.to - from.at) * (into.to - into.at) > PAIRS_MAX) return [whole]
  return moved(before, between(before.slice(from.at, from.to), whole.pieces, front))
}

/**
 * Changes as far in front as they can be said: *a b* became *a x b* by *x* with the space behind it or the one in front
 * of it, and two who did the same must be seen to have done the same.
 */
function moved(before: readonly string[], changes: readonly Change[]): readonly Change[] {
  const done: Change[] = []
  for (const { from, to, pieces } of changes) {
    const floor = done.at(-1)?.to ?? 0
    const { length } = pieces
    const isReplaced = to > from && length > 0
    let by = 0
    const last = (): string | undefined =>
      length > 0 ? pieces[length - 1 - (by % length)] : before[to - 1 - by]
    while (!isReplaced && from - by > floor && before[from - by - 1] === last()) by += 1
    const turn = length === 0 ? 0 : length - (by % length)
    done.push({ from: from - by, to: to - by, pieces: [...pieces.slice(turn), ...pieces.slice(0, turn)] })
  }
  return done
}

/** The changes between two texts by their longest common row of pieces. @param start - of the first, in its whole text */
function between(before: readonly string[], after: readonly string[], start: number): readonly Change[] {
  const width = after.length + 1
  /** How many pieces are common from here on, by piece of the one and of the other. */
  const common = new Uint16Array((before.length + 1) * width)
  const commonAt = (one: number, other: number): number => common[one * width + other] ?? 0
  for (let one = before.length - 1; one >= 0; one -= 1)
    for (let other = after.length - 1; other >= 0; other -= 1)
      common[one * width + other] =
        before[one] === after[other]
          ? commonAt(one + 1, other + 1) + 1
          : Math.max(commonAt(one + 1, other), commonAt(one, other + 1))
  const changes: Change[] = []
  let one = 0
  let other = 0
  while (one < before.length || other < after.length) {
    const begins = { one, other }
    while (
      (one < before.length || other < after.length) &&
      !(one < before.length && before[one] === after[other])
    ) {
      const isTaken = one < before.length && commonAt(one + 1, other) >= commonAt(one, other + 1)
      if (isTaken || other >= after.length) one += 1
      else other += 1
    }
    if (one > begins.one || other > begins.other)
      changes.push({
        from: start + begins.one,
        to: start + one,
        pieces: after.slice(begins.other, other),
      })
    while (one < before.length && other < after.length && before[one] === after[other]) {
      one += 1
      other += 1
    }
  }
  return changes
}

/**
 * The text that holds what both made of a text. Changes in different places are both made, the same change once; where
 * they meet, both wordings are kept, the stored one first, unless one says all that the other does.
 *
 * @param before - what the writer began from
 * @param theirs - what they made of it
 * @param current - what is stored by now
 */
export function mergeText(before: string, theirs: string, current: string): string {
  if (theirs === before || theirs === current) return current
  if (current === before) return theirs
  const base = piecesOf(before)
  const stored = changesOf(base, piecesOf(current))
  const given = changesOf(base, piecesOf(theirs))
  const merged = merge(base, stored, given)
  const text = merged.join('')
  // Pieces that would run into one word are kept apart by taking all that changed as one.
  return isAlike(piecesOf(text), merged)
    ? text
    : merge(base, [asOne(base, stored, given)], [asOne(base, given, stored)]).join('')
}

/** All changes of one as a single one, as wide as those of both. */
function asOne(base: readonly string[], mine: readonly Change[], others: readonly Change[]): Change {
  const from = Math.min(...[...mine, ...others].map((change) => change.from))
  const to = Math.max(...[...mine, ...others].map((change) => change.to))
  return { from, to, pieces: wording(base, mine, { from, to }) }
}

interface Range {
  readonly from: number
  readonly to: number
}

/** What a range of a text says after these changes, which are all inside of it. */
function wording(
  base: readonly string[],
  changes: readonly Change[],
  { from, to }: Range,
): readonly string[] {
  let at = from
  const pieces: string[] = []
  for (const change of changes) {
    pieces.push(...base.slice(at, change.from), ...change.pieces)
    at = change.to
  }
  return [...pieces, ...base.slice(at, to)]
}

function merge(
  base: readonly string[],
  stored: readonly Change[],
  given: readonly Change[],
): readonly string[] {
  const left = { stored: [...stored], given: [...given] }
  const merged: string[] = []
  let at = 0
  for (;;) {
    const first = [left.stored[0], left.given[0]].filter((change) => change !== undefined)
    if (first.length === 0) return [...merged, ...base.slice(at)]
    // All changes that meet are one place, which grows until no further one touches it.
    const from = Math.min(...first.map((change) => change.from))
    let to = from
    const here: { readonly stored: Change[]; readonly given: Change[] } = { stored: [], given: [] }
    for (let isGrown = true; isGrown;) {
      isGrown = false
      for (const side of ['stored', 'given'] as const) {
        const [next] = left[side]
        if (next === undefined || !meets(next, { from, to })) continue
        left[side].shift()
        here[side].push(next)
        to = Math.max(to, next.to)
        isGrown = true
      }
    }
    merged.push(...base.slice(at, from), ...placeAfter(base, here, { from, to }))
    at = to
  }
}

/** Whether a change is inside of a range or touches it where something is put in. */
const meets = (change: Change, { from, to }: Range): boolean =>
  change.from < to || change.from === from || (change.from === change.to && change.from === to)

function placeAfter(
  base: readonly string[],
  changes: { readonly stored: readonly Change[]; readonly given: readonly Change[] },
  range: Range,
): readonly string[] {
  if (changes.given.length === 0) return wording(base, changes.stored, range)
  if (changes.stored.length === 0) return wording(base, changes.given, range)
  const stored = wording(base, changes.stored, range)
  const given = wording(base, changes.given, range)
  if (holds(given, stored)) return given
  if (holds(stored, given)) return stored
  // Whole lines come under one another, words within a line behind one another.
  const isLines = (base[range.from - 1] ?? '\n') === '\n' && (base[range.to] ?? '\n') === '\n'
  const isGap = [stored.at(-1), given[0]].some((piece) => piece?.trim() === '')
  return [...stored, ...(isGap ? [] : [isLines ? '\n' : ' ']), ...given]
}

/**
 * Whether one wording has all of another in it, in one piece. After Knuth, Morris and Pratt: however often pieces repeat,
 * each is looked at about twice.
 */
function holds(wordingOfOne: readonly string[], other: readonly string[]): boolean {
  const words = trimmed(other)
  if (words.length === 0) return true
  /** By how many pieces are alike so far: how many are when the next one is not. */
  const fewer: number[] = [0]
  let alike = 0
  const goOn = (piece: string | undefined): number => {
    while (alike > 0 && piece !== words[alike]) alike = fewer[alike - 1] ?? 0
    if (piece === words[alike]) alike += 1
    return alike
  }
  for (const word of words.slice(1)) fewer.push(goOn(word))
  alike = 0
  return wordingOfOne.some((piece) => goOn(piece) === words.length)
}

/** Without spaces at the ends, which say nothing. */
function trimmed(pieces: readonly string[]): readonly string[] {
  const isWord = (piece: string): boolean => piece.trim() !== ''
  return pieces.slice(Math.max(0, pieces.findIndex(isWord)), pieces.findLastIndex(isWord) + 1)
}

const isAlike = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((piece, at) => piece === others[at])
