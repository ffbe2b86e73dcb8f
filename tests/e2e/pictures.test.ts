/** Pictures as people add them: chosen, pasted, dropped; seen, described, and behind the board as its background. */
import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Guest } from '../support/browser.ts'
import { launchBrowser, LAPTOP, openGuest, PHONE } from '../support/browser.ts'
import { comeBack } from '../support/comeBack.ts'
import { listenIn } from '../support/heard.ts'
import { eventually, show, untilSaved } from '../support/screens.ts'
import type { RunningServer } from '../support/startServer.ts'
import { linkFor, makeWorkshop, startServer } from '../support/startServer.ts'

let browser: Browser
let server: RunningServer
let harbour: Buffer
beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
  const hill = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="#7ec8a9"/><path d="M0 600L300 200 900 600z" fill="#234"/></svg>',
  )
  harbour = await sharp(hill).jpeg().toBuffer()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

type Made = Awaited<ReturnType<typeof makeWorkshop>>
interface NamedFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}
const photoFile = (name = 'harbour.jpg'): NamedFile => ({ name, mimeType: 'image/jpeg', buffer: harbour })

async function arrive(
  made: Made,
  role: 'facilitator' | 'join',
  name: string,
  device = LAPTOP,
): Promise<Guest> {
  const guest = await openGuest(browser, device)
  await comeBack(guest, linkFor(server.url, made, role), name)
  await guest.page.getByRole('group', { name: 'How the board is shown' }).waitFor()
  return guest
}

/** Runs with people in a fresh workshop; nothing may go wrong in their browsers and nothing may leave our origin. */
async function together(
  arrivals: readonly (readonly ['facilitator' | 'join', string, typeof LAPTOP?])[],
  work: (...guests: Guest[]) => Promise<void>,
): Promise<void> {
  const made = await makeWorkshop(server.url)
  const guests: Guest[] = []
  try {
    for (const [role, name, device] of arrivals) {
      const guest = await arrive(made, role, name, device)
      guests.push(guest)
      await guest.page.evaluate(() => {
        document.addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
        )
      })
    }
    await work(...guests)
    for (const { problems, requests } of guests) {
      expect(problems).toEqual([])
      const origin = server.url.replace(/^http/, '')
      const foreign = requests.filter(
        (url) =>
          !/^(http|ws|blob:http)/.test(url) || !url.replace(/^(blob:)?(http|ws)/, '').startsWith(origin),
      )
      expect(foreign.filter((url) => !url.startsWith('data:'))).toEqual([])
      // What a picture costs is fetched with the secret in a header, never in an address.
      expect(requests.filter((url) => /bearer|secret/i.test(url))).toEqual([])
    }
  } finally {
    for (const { context } of guests) await context.close()
  }
}

/** Presses *Picture* among the drawing tools and chooses files. */
async function choose(page: Page, files: readonly NamedFile[]): Promise<void> {
  const button = page.getByRole('button', { name: 'Picture', exact: true })
  if (!(await button.isVisible())) await page.getByRole('button', { name: 'Draw', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await button.click()
  await (await chooser).setFiles([...files])
}

const preview = (page: Page) => page.getByAltText('The picture that you are about to add')
const question = (page: Page) => page.getByRole('textbox', { name: 'What does this picture show?' })

/** Describes the picture that is asked about and adds it. */
async function describeAndAdd(page: Page, words: string): Promise<void> {
  await preview(page).waitFor()
  await question(page).fill(words)
  await page.getByRole('button', { name: 'Add picture', exact: true }).click()
}

/** Pictures that can be seen on the canvas, by the origin of their address. */
const drawn = (page: Page): Promise<string[]> =>
  page
    .locator('.tl-canvas img')
    .evaluateAll((images) =>
      images.flatMap((each) =>
        each instanceof HTMLImageElement && each.naturalWidth > 0 && each.getBoundingClientRect().width > 20
          ? [each.src.replace(/[\w-]{36}$/, '')]
          : [],
      ),
    )

/** A picture of the list, once it is shown, by the description beside it. */
const listed = (page: Page, words: string) =>
  page.locator('[data-item]').filter({ hasText: words }).locator('[data-picture="here"] img')

/** The background as the list shows it. */
const background = (page: Page) => page.getByRole('region', { name: 'Background picture' })

/** Puts files into a paste or a drop, as the browser does. */
function hand(
  page: Page,
  what: 'paste' | 'drop',
  files: readonly NamedFile[],
  at: { readonly x: number; readonly y: number } = { x: 600, y: 300 },
): Promise<void> {
  return page.evaluate(
    ({ kind, given, place }) => {
      const data = new DataTransfer()
      for (const { name, mimeType, letters } of given) {
        const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))
        data.items.add(new File([bytes], name, { type: mimeType }))
      }
      const common = { bubbles: true, cancelable: true }
      if (kind === 'paste') {
        const target = document.activeElement ?? document.body
        target.dispatchEvent(new ClipboardEvent('paste', { ...common, clipboardData: data }))
        return
      }
      const target = document.elementFromPoint(place.x, place.y) ?? document.body
      for (const type of ['dragenter', 'dragover', 'drop'])
        target.dispatchEvent(
          new DragEvent(type, { ...common, dataTransfer: data, clientX: place.x, clientY: place.y }),
        )
    },
    {
      kind: what,
      place: at,
      given: files.map(({ name, mimeType, buffer }) => ({
        name,
        mimeType,
        letters: buffer.toString('base64'),
      })),
    },
  )
}

test('a picture is chosen and described; a second person sees it on a phone, in the list and on the canvas', async () => {
  await together(
    [
      ['facilitator', 'Fay'],
      ['join', 'Pat', PHONE],
    ],
    async (fay, pat) => {
      await show(fay, 'Canvas')
      await choose(fay.page, [photoFile()])
      await describeAndAdd(fay.page, 'The harbour at dusk')
      await fay.page.getByRole('dialog').waitFor({ state: 'detached' })
      await eventually(async () => expect(await drawn(fay.page)).toEqual([`blob:${server.url}/`]))
      await untilSaved(fay)

      const inList = listed(pat.page, 'The harbour at dusk')
      await inList.waitFor()
      expect(await inList.getAttribute('src')).toMatch(new RegExp(`^blob:${server.url}/`))
      await show(pat, 'Canvas')
      await eventually(async () => expect(await drawn(pat.page)).toEqual([`blob:${server.url}/`]))
      // It is fetched once in each size, however often it is shown.
      await show(pat, 'List')
      await inList.waitFor()
      const fetched = pat.requests.filter((url) => /\/uploads\//.test(url))
      expect(new Set(fetched).size).toBe(fetched.length)

      await fay.page.reload()
      await eventually(async () => expect(await drawn(fay.page)).toHaveLength(1))
    },
  )
})

test('pictures are pasted and dropped, on the canvas and on the list, several one after the other', async () => {
  await together([['join', 'Ada']], async (ada) => {
    const { page } = ada
    await show(ada, 'Canvas')
    await page.locator('.tl-container').first().focus()
    await hand(page, 'paste', [photoFile('pasted.jpg')])
    await describeAndAdd(page, 'Pasted on the canvas')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await hand(page, 'drop', [photoFile('one.jpg'), photoFile('two.jpg')])
    await page.getByRole('dialog', { name: 'Add a picture (1 of 2)' }).waitFor()
    await describeAndAdd(page, 'Dropped on the canvas')
    await page.getByRole('dialog', { name: 'Add a picture (2 of 2)' }).waitFor()
    await page.getByRole('button', { name: 'Leave this one out' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await show(ada, 'List')
    await hand(page, 'paste', [photoFile()])
    await describeAndAdd(page, 'Pasted on the list')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await hand(page, 'drop', [photoFile()])
    await describeAndAdd(page, 'Dropped on the list')
    for (const words of [
      'Pasted on the canvas',
      'Dropped on the canvas',
      'Pasted on the list',
      'Dropped on the list',
    ])
      await listed(page, words).waitFor()
    await untilSaved(ada)
  })
})

test('what cannot be added is refused with words that say the way out; the others are added', async () => {
  await together([['join', 'Ada']], async ({ page }) => {
    await page.getByRole('radio', { name: 'List' }).check()
    const svg = {
      name: 'logo.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title="ran"</script></svg>',
      ),
    }
    await hand(page, 'drop', [svg])
    await page.getByText('logo.svg: SVG files can hold programs. Save it as PNG', { exact: false }).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    // It is its content that counts, not its name.
    await hand(page, 'drop', [
      { ...svg, name: 'logo.png', mimeType: 'image/png' },
      { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') },
      { name: 'photo.heic', mimeType: 'image/heic', buffer: Buffer.from('\0\0\0\x18ftypheic', 'latin1') },
      photoFile(),
    ])
    for (const words of ['logo.png: SVG', 'plan.pdf: PDF pages', 'photo.heic: This kind of photo'])
      await page.getByText(words, { exact: false }).waitFor()
    await describeAndAdd(page, 'The one that is a picture')
    await listed(page, 'The one that is a picture').waitFor()

    await hand(page, 'drop', [{ ...photoFile('half.jpg'), buffer: harbour.subarray(0, 400) }])
    await page.getByText('half.jpg:', { exact: false }).waitFor()
    expect(await page.title()).not.toBe('ran')
  })
})

test('a photo of 20 MB is made smaller in the browser; without a connection the picture waits', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const large = await sharp({
    create: { width: 4_800, height: 3_600, channels: 3, background: '#888', noise },
  })
    .jpeg({ quality: 100 })
    .toBuffer()
  expect(large.length).toBeGreaterThan(20_000_000)
  await together([['join', 'Ada']], async (ada) => {
    const { page, context } = ada
    await page.getByRole('radio', { name: 'List' }).check()
    await page
      .getByRole('button', { name: /Add something else|Other/ })
      .first()
      .click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('menuitem', { name: 'Picture…' }).click()
    await (await chooser).setFiles([{ name: 'phone.jpg', mimeType: 'image/jpeg', buffer: large }])
    await page.getByText('It is large: a copy of 2400 × 1800 px is sent.').waitFor()
    await question(page).fill('Everything that we wrote on the wall')
    await context.setOffline(true)
    await page.getByText('Pictures need the connection').waitFor({ timeout: 60_000 })
    await context.setOffline(false)
    await page.getByText('Pictures need the connection').waitFor({ state: 'detached', timeout: 60_000 })
    // A line that breaks while it is sent loses nothing.
    await page.route('**/uploads', (route) => route.abort())
    await page.getByRole('button', { name: 'Add picture', exact: true }).click()
    await page.getByText('The picture has not been added yet').waitFor()
    expect(await question(page).inputValue()).toBe('Everything that we wrote on the wall')
    await page.unroute('**/uploads')
    await page.getByRole('button', { name: 'Try again', exact: true }).click()
    await listed(page, 'Everything that we wrote on the wall').waitFor()
    // The browser reports what was cut on purpose.
    ada.problems.splice(0, ada.problems.length, ...ada.problems.filter((each) => !/ERR_FAILED/.test(each)))
  })
})

test('a facilitator puts a worksheet behind the board and takes it away; participants see it and cannot', async () => {
  await together(
    [
      ['facilitator', 'Fay'],
      ['join', 'Ada'],
    ],
    async (fay, ada) => {
      await show(fay, 'Canvas')
      await choose(fay.page, [photoFile('worksheet.jpg')])
      await preview(fay.page).waitFor()
      const box = fay.page.getByRole('checkbox', { name: /Use it as the board’s background/ })
      await box.check()
      const { heard } = await listenIn(fay.page)
      await describeAndAdd(fay.page, 'A worksheet with four boxes')
      await fay.page.getByRole('dialog').waitFor({ state: 'detached' })
      await eventually(async () =>
        expect((await heard()).join(' ')).toContain('This is now the board’s background'),
      )
      await eventually(async () => expect(await drawn(fay.page)).toHaveLength(1))

      await show(ada, 'List')
      await background(ada.page).locator('[data-picture="here"] img').waitFor()
      await background(ada.page).getByText('A worksheet with four boxes').waitFor()
      expect(await background(ada.page).getByRole('button').count()).toBe(0)
      await show(ada, 'Canvas')
      await choose(ada.page, [photoFile()])
      await preview(ada.page).waitFor()
      expect(await ada.page.getByRole('checkbox', { name: /background/ }).count()).toBe(0)
      await describeAndAdd(ada.page, 'A picture of Ada’s')
      await ada.page.getByRole('dialog').waitFor({ state: 'detached' })

      // A picture on the board becomes the background, in place of the one there is.
      await show(fay, 'List')
      await listed(fay.page, 'A picture of Ada’s').waitFor()
      await fay.page.getByRole('button', { name: /^More for: Picture: A picture of Ada/ }).click()
      await fay.page.getByRole('menuitem', { name: 'Use as background' }).click()
      const own = background(fay.page)
      await own.getByText('A picture of Ada’s').waitFor()
      expect(await fay.page.getByText('A worksheet with four boxes').count()).toBe(0)
      expect(await listed(fay.page, 'A picture of Ada’s').count()).toBe(0)
      await fay.page.getByRole('button', { name: 'More', exact: true }).click()
      await fay.page.getByRole('menuitem', { name: 'Remove background' }).click()
      await own.waitFor({ state: 'detached' })
      await fay.page.getByRole('button', { name: 'Undo', exact: true }).first().click()
      await own.waitFor()
      await untilSaved(fay)
    },
  )
})
