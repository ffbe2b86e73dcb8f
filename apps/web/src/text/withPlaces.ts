/** Importing this brings what the places of a workshop are called; it comes with the screens that name one. */
import { places } from './en/places.ts'
import { addWords } from './index.ts'

addWords({ places })
