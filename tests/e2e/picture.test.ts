/**
 * The picture of a board and the canvas show the same: one of everything, drawn by both and compared. Then what people
 * do with pictures: save them, print them, read them in the write-up.
 */
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Writer } from '@moot/board'
import { arrowLine, figureBox, isFigure, removeFigures, visibleFigures } from '@moot/board'
import type { Parsed } from '@moot/picture/testing'
import { everyElement, oneOfEverything, parseXml, writerOn } from '@moot/picture/testing'
import type { CreateResponse } from '@moot/protocol'
import { uploadResponse } from '@moot/protocol'
import { fitCanvas, show } from '../support/screens.ts'
import type { Guest } from '../support/browser.ts'
import { contentOf, launchBrowser, openGuest, PHONE } from '../support/browser.ts'
import { comeBack } from '../support/comeBack.ts'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, startServer } from '../support/startServer.ts'
import type { StockClient } from '../support/stockClient.ts'
import { stockClient, until } from '../support/stockClient.ts'

/** Large enough that the board is shown near to life size. */
const WALL = { width: 2_400, height: 1_500 }

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

interface Scene {
  readonly made: CreateResponse
  readonly client: StockClient
  readonly writer: Writer
  readonly get: (file: string) => Promise<Response>
}

async function scene(): Promise<Scene> {
  const made = await makeWorkshop(server.url, { title: 'One of everything', template: 'three-horizons' })
  const { personId, secret } = await joinAs(server.url, made.id, made.keys.facilitator, 'Ama')
  const [board] = made.boards
  if (board === undefined) throw new Error('a workshop without a board')
  const headers = { authorization: `Bearer ${secret}` }
  const upload = async (background: string): Promise<string> => {
    const picture = sharp({ create: { width: 300, height: 200, channels: 3, background } })
    const body = new Blob([await picture.png().toBuffer()])
    const sent = await fetch(`${server.url}/api/workshops/${made.id}/uploads`, {
      method: 'POST',
      headers,
      body,
    })
    return uploadResponse.parse(await sent.json()).upload
  }
  const client = stockClient(server.url, made.id, board.doc, secret)
  await until('it is synchronised', () => client.provider.synced)
  const writer = writerOn(client.doc, personId, null)
  oneOfEverything(writer, { picture: await upload('#b03060'), backdrop: await upload('#3060b0') })
  const get = (file: string): Promise<Response> =>
    fetch(`${server.url}/api/workshops/${made.id}/boards/${board.id}/${file}`, { headers })
  await until('the server has it', async () => (await (await get('picture.svg')).text()).includes('leads to'))
  return { made, client, writer, get }
}

async function enter(guest: Guest, made: CreateResponse, key: string): Promise<void> {
  await comeBack(guest, `${server.url}/w/${made.id}#${key}`, 'Bo')
  await guest.page.getByRole('group', { name: 'How the board is shown' }).waitFor()
}

/** One note or figure as the page shows it, in px of the screen. */
interface Shown {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** Background of a card, else the colour of lines and words. */
  readonly color: string
  readonly lines: readonly string[]
}

/** Every shape on the canvas by its id, with the words of each in the lines that the browser made. */
function shapesOn(page: Page): Promise<Record<string, Shown>> {
  return page.evaluate(() => {
    const linesOf = (root: Element): string[] => {
      const own = [...root.querySelectorAll('.moot-line')]
      if (own.length > 0) return own.map((line) => line.textContent.trim()).filter((line) => line !== '')
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const rows: { top: number; words: string }[] = []
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        let at = 0
        for (const char of Array.from(node.textContent ?? '')) {
          const range = document.createRange()
          range.setStart(node, at)
          at += char.length
          range.setEnd(node, at)
          const { top, height } = range.getBoundingClientRect()
          const last = rows.at(-1)
          if (height === 0 || last === undefined || Math.abs(last.top - top) < height / 2) {
            if (last === undefined) rows.push({ top, words: char })
            else last.words += char
          } else rows.push({ top, words: char })
        }
      }
      return rows.map(({ words }) => words.trim()).filter((line) => line !== '')
    }
    const shapes: Record<string, Shown> = {}
    for (const element of document.querySelectorAll('[data-shape-id]')) {
      const { x, y, width, height } = element.getBoundingClientRect()
      const card = element.querySelector('.moot-note')
      const words = element.querySelector('.moot-note-words')
      const figure = element.querySelector('.moot-figure')
      shapes[(element.getAttribute('data-shape-id') ?? '').replace(/^shape:/, '')] = {
        x,
        y,
        w: width,
        h: height,
        color:
          card === null ? getComputedStyle(figure ?? element).color : getComputedStyle(card).backgroundColor,
        lines: linesOf(words ?? element),
      }
    }
    return shapes
  })
}

const hex = (color: string): string =>
  `#${[...color.matchAll(/[\d.]+/g)]
    .slice(0, 3)
    .map(([part]) => Math.round(Number(part)).toString(16).padStart(2, '0'))
    .join('')}`

const linesIn = (element: Parsed): string[] =>
  everyElement(element)
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text.replace(/[\u2067\u2069]/g, '').trim())

const numbersIn = (value: string | undefined): number[] =>
  [...(value ?? '').matchAll(/-?[\d.]+/g)].map(Number)

/** A picture as a small grid of colours. */
async function coarse(image: ReturnType<typeof sharp>, height: number): Promise<Uint8Array> {
  return image.removeAlpha().resize(COARSE_PX, height, { fit: 'fill' }).raw().toBuffer()
}
const COARSE_PX = 120

/** Part of all cells that differ clearly. */
function differing(a: Uint8Array, b: Uint8Array): number {
  let cells = 0
  for (let at = 0; at < a.length; at += 3) {
    const far = Math.max(...[0, 1, 2].map((part) => Math.abs((a[at + part] ?? 0) - (b[at + part] ?? 0))))
    if (far > 36) cells += 1
  }
  return cells / (a.length / 3)
}

describe('one of everything', () => {
  test('is on the canvas as it is in the picture: places, colours, lines of words, and all together', async () => {
    const { made, client, writer, get } = await scene()
    const guest = await openGuest(browser, WALL)
    try {
      const { page } = guest
      await enter(guest, made, `o.${made.keys.observer}`)
      await show(guest, 'Canvas')
      await fitCanvas(guest)
      const wanted = writer.board
      await page.waitForFunction(
        (count) =>
          document.querySelectorAll('[data-shape-id]').length === count &&
          document.querySelectorAll('img.moot-picture, img.moot-backdrop').length === 2 &&
          [...document.querySelectorAll('img')].every((image) => image.complete),
        [...wanted.notes.values()].filter(({ gone }) => gone === null).length +
          visibleFigures(wanted.drawings).length,
      )
      await page.evaluate(() => document.fonts.ready)
      const shapes = await shapesOn(page)
      const root = parseXml(await (await get('picture.svg')).text())
      const groups = new Map(
        everyElement(root).flatMap((each) => {
          const note = each.attributes.get('data-note')
          const figure = each.attributes.get('data-figure')
          const key = note ?? (figure === undefined ? undefined : `figure:${figure}`)
          return key === undefined ? [] : [[key, each] as const]
        }),
      )

      // The canvas's zoom and place on the screen, from two notes that are far from one another.
      const notes = [...wanted.notes.values()].filter(({ gone }) => gone === null)
      const zoom = Object.values(shapes).length === 0 ? 1 : (shapes[notes[0]?.id ?? '']?.w ?? 0) / 180
      expect(zoom).toBeGreaterThan(0.45)
      const anchor = shapes[notes[0]?.id ?? '']
      const left = (anchor?.x ?? 0) - (notes[0]?.x ?? 0) * zoom
      const top = (anchor?.y ?? 0) - (notes[0]?.y ?? 0) * zoom
      const onBoard = (shown: Shown) => ({
        x: (shown.x - left) / zoom,
        y: (shown.y - top) / zoom,
        w: shown.w / zoom,
        h: shown.h / zoom,
      })

      for (const note of notes) {
        const shown = shapes[note.id]
        const group = groups.get(note.id)
        if (shown === undefined || group === undefined) throw new Error(`“${note.text}” is missing`)
        const [x = 0, y = 0] = numbersIn(group.attributes.get('transform'))
        const box = onBoard(shown)
        expect([Math.round(box.x), Math.round(box.y), Math.round(box.w), Math.round(box.h)]).toEqual([
          x,
          y,
          180,
          140,
        ])
        expect(hex(shown.color)).toBe(group.children[0]?.attributes.get('fill'))
        // What cannot all be shown ends where the browser clips it; other scripts and faces are as wide as their own
        // fonts have them, and may break elsewhere.
        if (
          note.text.length < 200 &&
          /^[\p{Script=Latin}\p{Script=Common}]*$/u.test(note.text) &&
          !/\p{Extended_Pictographic}/u.test(note.text)
        )
          expect(shown.lines).toEqual(linesIn(group))
      }

      for (const figure of visibleFigures(wanted.drawings)) {
        const shown = shapes[`figure:${figure.id}`]
        const group = groups.get(`figure:${figure.id}`)
        if (shown === undefined || group === undefined) throw new Error(`a ${figure.kind} is missing`)
        const box = onBoard(shown)
        const expected = figureBox(wanted, figure)
        for (const side of ['x', 'y', 'w', 'h'] as const)
          expect(Math.abs(box[side] - expected[side]), `${side} of a ${figure.kind}`).toBeLessThan(1.5)
        expect(shown.lines, `words of a ${figure.kind}`).toEqual(linesIn(group))
        const [first] = group.children
        switch (figure.kind) {
          case 'ink':
          case 'shape':
            expect(numbersIn(first?.attributes.get('transform'))).toEqual([figure.x, figure.y])
            expect([first?.attributes.get('fill'), first?.attributes.get('stroke')]).toContain(
              hex(shown.color),
            )
            break
          case 'arrow': {
            const [x = 0, y = 0] = numbersIn(first?.attributes.get('d'))
            const { start } = arrowLine(wanted, figure)
            expect(Math.hypot(x - start.x, y - start.y)).toBeLessThan(1)
            expect(first?.attributes.get('stroke')).toBe(hex(shown.color))
            break
          }
          case 'text':
            expect(first?.attributes.get('fill')).toBe(hex(shown.color))
            break
          case 'picture':
            expect(numbersIn(first?.attributes.get('transform'))).toEqual([
              figure.w,
              0,
              0,
              figure.h,
              figure.x,
              figure.y,
            ])
            break
          default:
            figure satisfies never
        }
      }

      // All together, seen from afar: the same part of the board from both, with no bar over it.
      await page.evaluate(() => {
        for (const bar of document.querySelectorAll<HTMLElement>('[role="group"], header, nav'))
          bar.style.visibility = 'hidden'
      })
      const [viewX = 0, viewY = 0, viewW = 1, viewH = 1] = numbersIn(root.attributes.get('viewBox'))
      const canvas = await page.locator('.tl-canvas').boundingBox()
      if (canvas === null) throw new Error('no canvas')
      const clip = {
        x: Math.max(canvas.x, left + viewX * zoom),
        y: Math.max(canvas.y, top + viewY * zoom),
        right: Math.min(canvas.x + canvas.width, left + (viewX + viewW) * zoom),
        bottom: Math.min(canvas.y + canvas.height, top + (viewY + viewH) * zoom),
      }
      const [width, height] = [clip.right - clip.x, clip.bottom - clip.y]
      const screenshot = await page.screenshot({ clip: { x: clip.x, y: clip.y, width, height } })
      const rows = Math.round((COARSE_PX * height) / width)
      const seen = await coarse(sharp(screenshot), rows)
      const drawn = async (): Promise<Uint8Array> => {
        const file = Buffer.from(await (await get('page.png')).arrayBuffer())
        const { width: px } = await sharp(file).metadata()
        const scale = px / viewW
        const part = {
          left: Math.round(((clip.x - left) / zoom - viewX) * scale),
          top: Math.round(((clip.y - top) / zoom - viewY) * scale),
          width: Math.round((width / zoom) * scale) - 2,
          height: Math.round((height / zoom) * scale) - 2,
        }
        return coarse(sharp(file).extract(part), rows)
      }
      expect(differing(seen, await drawn())).toBeLessThan(0.01)

      // Seen failing: without one item the two are not alike any more.
      const missing = visibleFigures(wanted.drawings).find(({ kind }) => kind === 'picture')
      const tag = (await get('page.png')).headers.get('etag')
      removeFigures(writer, [missing?.id ?? ''])
      await until('the picture has changed', async () => (await get('page.png')).headers.get('etag') !== tag)
      expect(differing(seen, await drawn())).toBeGreaterThan(0.01)
      expect(guest.problems).toEqual([])
    } finally {
      await guest.context.close()
      client.destroy()
    }
  })
})

describe('taking it away', () => {
  test('somebody saves the picture, prints the board, and finds it in the write-up, also on a phone', async () => {
    const { made, client, writer } = await scene()
    const [guest, phone] = [await openGuest(browser), await openGuest(browser, PHONE)]
    try {
      const { page } = guest
      await enter(guest, made, `f.${made.keys.facilitator}`)
      for (const view of ['Canvas', 'List'] as const) {
        await show(guest, view)
        await page.getByRole('button', { name: 'More', exact: true }).click()
        const coming = page.waitForEvent('download')
        await page.getByRole('menuitem', { name: 'Save picture', exact: true }).click()
        const file = await coming
        expect(file.suggestedFilename()).toBe('one-of-everything.png')
        expect((await sharp(await contentOf(file)).metadata()).format).toBe('png')
      }
      await page.getByRole('button', { name: 'More', exact: true }).click()
      const coming = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: 'Save picture as SVG' }).click()
      const file = await coming
      expect(file.suggestedFilename()).toBe('one-of-everything.svg')
      const root = parseXml((await contentOf(file)).toString('utf8'))
      const items = everyElement(root).flatMap(({ attributes }) => attributes.get('data-figure') ?? [])
      const drawings = [...writer.board.drawings.values()]
      expect(items.toSorted()).toEqual(
        drawings
          .filter((each) => (isFigure(each) || each.kind === 'backdrop') && each.gone === null)
          .map(({ id }) => id)
          .toSorted(),
      )

      // A browser without a window prints nothing; what would be on the paper is on the page at that moment.
      await page.evaluate(() => {
        window.print = () => {
          dispatchEvent(new Event('beforeprint'))
          document.documentElement.dataset.printed = 'yes'
        }
      })
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Print…' }).click()
      await page.waitForFunction(() => document.documentElement.dataset.printed === 'yes')
      await page.emulateMedia({ media: 'print' })
      await page.getByRole('heading', { level: 1, name: 'One of everything' }).waitFor()
      const image = page.getByRole('img', { name: /Picture of the board/ })
      expect(await image.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBeGreaterThan(1_000)
      expect(await page.getByRole('button').count()).toBe(0)
      const paper = page.locator('body > article')
      expect(await paper.locator('li', { hasText: /^Themed one$/ }).count()).toBe(1)
      expect(await paper.getByText('hidden words').count()).toBe(0)
      await page.emulateMedia({ media: 'screen' })
      await page.evaluate(() => dispatchEvent(new Event('afterprint')))
      await page.getByRole('button', { name: 'More', exact: true }).waitFor()

      await enter(phone, made, `o.${made.keys.observer}`)
      await phone.page.getByRole('link', { name: 'Write-up' }).click()
      const shown = phone.page.getByRole('img', {
        name: /Picture of the board “One of everything”. It shows 8 notes/,
      })
      await shown.waitFor()
      expect(await shown.evaluate((each: HTMLImageElement) => each.scrollWidth)).toBeLessThanOrEqual(390)
      expect([...guest.problems, ...phone.problems]).toEqual([])
    } finally {
      await guest.context.close()
      await phone.context.close()
      client.destroy()
    }
  })
})
