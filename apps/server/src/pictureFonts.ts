/** The typefaces that pictures are drawn with: our own, and the system's for letters that those lack. */
import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Words on notes and in figures. */
export const WORDS_FONT: string = fileURLToPath(
  import.meta
    .resolve('@expo-google-fonts/atkinson-hyperlegible-next/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf'),
)
/** Faces and signs, in black and white. */
export const EMOJI_FONT: string = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/noto-emoji/600SemiBold/NotoEmoji_600SemiBold.ttf'),
)
/** All that come with the product. */
export const OWN_FONTS: readonly string[] = [
  WORDS_FONT,
  fileURLToPath(
    import.meta
      .resolve('@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
  ),
  fileURLToPath(
    import.meta
      .resolve('@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
  ),
  EMOJI_FONT,
]

/** Where systems keep fonts. */
const DIRECTORIES: readonly string[] = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.fonts'),
  join(homedir(), '.local/share/fonts'),
  '/System/Library/Fonts',
  '/Library/Fonts',
  join(process.env['SystemRoot'] ?? 'C:\\Windows', 'Fonts'),
]
/** More files than this are not read: each costs a little for every picture. */
const FILES_MAX = 400
const DEPTH_MAX = 5

/**
 * The system's fonts, those that suit words on notes first: the library takes the first that has a letter, whatever it
 * looks like, and a note should not turn italic because it is Greek.
 */
export function systemFonts(directories: readonly string[] = DIRECTORIES): string[] {
  const files = directories.flatMap((directory) => filesIn(directory, 0))
  return files.toSorted((a, b) => oddness(a) - oddness(b) || (a < b ? -1 : 1)).slice(0, FILES_MAX)
}

function filesIn(directory: string, depth: number): string[] {
  if (depth > DEPTH_MAX) return []
  try {
    return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
      const path = join(directory, entry.name)
      if (entry.isDirectory()) return filesIn(path, depth + 1)
      return /\.(ttf|otf|ttc)$/i.test(entry.name) ? [path] : []
    })
  } catch {
    // Not there, or not ours to read: the next one may have some.
    return []
  }
}

/** How far a font, by its file's name, is from an upright semibold sans serif. */
function oddness(path: string): number {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  let odd = 0
  if (/italic|oblique|slanted/i.test(name)) odd += 8
  if (/mono|code|courier|type1|symbol|math/i.test(name)) odd += 4
  if (/serif|times|roman|naskh|mincho|song/i.test(name) && !/sans/i.test(name)) odd += 2
  if (/condensed|narrow|light|thin/i.test(name)) odd += 2
  if (!/bold/i.test(name)) odd += 1
  return odd
}
