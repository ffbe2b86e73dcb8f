import { expect, test } from 'vitest'
import { Guesses } from './guesses.ts'

test('[R-56] mistypes cost nothing, then waits double, and after a quiet while all is forgotten', () => {
  let now = 1_000_000
  const guesses = new Guesses(() => now)
  for (let guess = 0; guess < 19; guess += 1) guesses.wrong('a')
  expect(guesses.waitOf('a')).toBe(0)
  const waits: number[] = []
  for (let guess = 0; guess < 8; guess += 1) {
    guesses.wrong('a')
    waits.push(guesses.waitOf('a'))
    now += guesses.waitOf('a')
    expect(guesses.waitOf('a')).toBe(0)
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
  expect(guesses.waitOf('b')).toBe(0)
  guesses.wrong('a')
  now += 15 * 60_000 + 1
  expect(guesses.waitOf('a')).toBe(0)
  guesses.wrong('a')
  expect(guesses.waitOf('a')).toBe(0)
})
