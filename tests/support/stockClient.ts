/** The stock `y-websocket` provider in Node, with a person's secret, and nothing of ours. */
import { WebSocket as NodeSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** A stock client on one board. */
export interface StockClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Close codes the server gave, in order. */
  readonly closes: { readonly code: number; readonly reason: string }[]
  readonly destroy: () => void
}

/** Connects; resolves at once, before anything is synchronised. */
export function stockClient(
  url: string,
  workshop: string,
  board: string,
  secret: string,
  {
    extras = false,
    doc = new Y.Doc(),
    connect = true,
  }: { extras?: boolean; doc?: Y.Doc; connect?: boolean } = {},
): StockClient {
  const provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync/${workshop}`, board, doc, {
    protocols: ['moot', `bearer.${secret}`, ...(extras ? ['moot.1'] : [])],
    // ws is the same interface for what the provider uses; only its types differ from the browser's.
    WebSocketPolyfill: NodeSocket as unknown as typeof WebSocket,
    disableBc: true,
    connect,
  })
  const closes: { code: number; reason: string }[] = []
  provider.on('connection-close', (event) => {
    if (event !== null) closes.push({ code: event.code, reason: event.reason })
  })
  return {
    doc,
    provider,
    closes,
    destroy: () => {
      provider.destroy()
      provider.awareness.destroy()
      doc.destroy()
    },
  }
}

/** Adds a note exactly as packages/board/SPEC.md writes it down, with nothing but Yjs. */
export function addPlainNote(
  doc: Y.Doc,
  person: string,
  text: string,
  id = `n${Math.random().toString(36).slice(2, 12)}`,
): string {
  doc.transact(() => {
    const note = new Y.Map<unknown>()
    note.set('base', { kind: 'note', by: person, created: Date.now(), source: 'typed' })
    note.set('pos', [0, 0, 'a0'])
    note.set('text', new Y.Text(text))
    note.set('style', { color: 'mint' })
    note.set('member', { region: null, theme: null, order: 'a0' })
    doc.getMap('notes').set(id, note)
  })
  return id
}

/** The words of one note, or `undefined` where it is not there. */
export function wordsIn(doc: Y.Doc, id: string): string | undefined {
  const note = doc.getMap('notes').get(id)
  return note instanceof Y.Map ? String(note.get('text')) : undefined
}

/** Waits until `claim` holds; throws what was waited for after `ms`. */
export async function until(
  what: string,
  claim: () => boolean | Promise<boolean>,
  ms = 10_000,
): Promise<void> {
  const deadline = Date.now() + ms
  while (!(await claim())) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
