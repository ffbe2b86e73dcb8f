/** A soft tone, made here: no file, nothing that has to arrive when the line is bad. */

let audio: AudioContext | undefined

/** Notes in Hz: one when time is nearly up, two falling ones when it is. */
const NOTES = { nearlyUp: [659], up: [659, 523] } as const
/** Loudness of a note at its loudest; 1 is as loud as the device goes. */
const LOUDNESS = 0.12
/** Length of a note, in s. */
const NOTE_S = 0.7
/** From one note to the next, in s. */
const STEP_S = 0.32

/** Plays it, where this browser lets us: before the first press on a page it does not, and then it stays silent. */
export function playTone(moment: keyof typeof NOTES): void {
  try {
    audio ??= new AudioContext()
    const { currentTime, destination } = audio
    void audio.resume().catch(() => undefined)
    for (const [index, pitch] of NOTES[moment].entries()) {
      const begin = currentTime + 0.02 + index * STEP_S
      const note = audio.createOscillator()
      const loudness = audio.createGain()
      note.type = 'sine'
      note.frequency.value = pitch
      loudness.gain.setValueAtTime(0, begin)
      loudness.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.04)
      loudness.gain.exponentialRampToValueAtTime(0.0005, begin + NOTE_S)
      note.connect(loudness).connect(destination)
      note.start(begin)
      note.stop(begin + NOTE_S)
    }
  } catch {
    // No sound on this device: the banner and the figures say the same.
  }
}
