import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'

/** Where `npm run dev` runs the server; the dev page talks to it through Vite so that everything has one origin. */
const server = process.env['MOOT_DEV_SERVER'] ?? 'http://127.0.0.1:8787'

/*
 * Small scripts cost a journey each, and bytes. What a group of screens shares is therefore one script; it is named here
 * where the bundler cannot know that these screens always load it. A module that is missing here gets a script of its
 * own, and nothing breaks; one that is too many loads too early, which check:bundle shows.
 */

/** Modules of the script that Home, Join and the other screens outside a workshop share. */
const DOOR = new RegExp(
  [
    'apps/web/src/(router|useAbout|links|place)\\.',
    'apps/web/src/parts/(Announcer|announce|Broken|Button|Field|Heading|Logo|Notice|Opening|Page)\\.',
    'apps/web/src/routes/join/ServiceFoot',
    'apps/web/src/text/(index|en|refusalText)\\.',
    'apps/web/src/text/en/(home|join|parts|refusals|service)\\.',
    'packages/client/src/(api|sockets|visits)\\.',
    'packages/protocol/src/http\\.',
    'node_modules/zustand/',
  ].join('|'),
)

/** Modules of the script that Home and Plan share with the screens within a workshop. */
const HALL = new RegExp(
  [
    'apps/web/src/parts/(Menu|NotLoaded|Opener|later|overlays|useConfirm)\\.',
    'apps/web/src/text/(format|zones)\\.',
    'packages/workshop/src/(permissions|stages)\\.',
  ].join('|'),
)

/** Modules of the script that the list shares with what is opened later within a workshop: all of them load with it. */
const INSIDE = new RegExp(
  [
    'apps/web/src/parts/(Chip|NoteEditor|Swatch|VisuallyHidden|afterMenu|focusIfLost|growToFit)\\.',
    'apps/web/src/routes/board/(Colors|board.module|chosen|firstWords|scene)\\.',
    'apps/web/src/routes/boards/(across|boardList|toast)\\.',
    'apps/web/src/routes/workshop/useWorkshop\\.',
    'apps/web/src/text/letters\\.',
    'packages/board/src/(BoardReading|figureGeometry|links|operations|outline|words)\\.',
    'packages/workshop/src/lock\\.',
  ].join('|'),
)

/** Modules of the script that *Now*, *Run*, topics, spaces and the lines under the bar share. */
const ACTIVITY = new RegExp(
  [
    'apps/web/src/routes/now/(activity|times)\\.',
    'apps/web/src/routes/order/plannedTimes\\.',
    'apps/web/src/routes/run/(countdown|runInSight)\\.',
    'apps/web/src/routes/spaces/openSpaces\\.',
    'apps/web/src/routes/timer/(timeLeft|useTimer)\\.',
    'apps/web/src/routes/topics/(lastLook|placeDialog)\\.',
    'apps/web/src/routes/workshop/(SpaceLabel|goTo|places|runningOrder|seen|topicPlace|topicsHere|useGive)\\.',
    'apps/web/src/text/with(Now|Places)\\.',
  ].join('|'),
)

/** The package that a module belongs to: `…/node_modules/yjs/dist/yjs.mjs` is yjs, `…/packages/board/…` @moot/board. */
function packageOf(id: string): string | undefined {
  const foreign = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]
  const ours = /\/packages\/([^/]+)\/src\//.exec(id)?.[1]
  return foreign ?? (ours === undefined ? undefined : `@moot/${ours}`)
}

/** Writes down which packages went into which script; check:bundle reads it, browsers never ask for it. */
function packageList(): Plugin {
  return {
    name: 'moot-package-list',
    apply: 'build',
    generateBundle(_options, bundle) {
      const list: Record<string, string[]> = {}
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        list[chunk.fileName] = [...new Set(chunk.moduleIds.flatMap((id) => packageOf(id) ?? []))].sort()
      }
      this.emitFile({ type: 'asset', fileName: '.vite/packages.json', source: JSON.stringify(list, null, 1) })
    },
  }
}

/** The licences of everything in the client, readable where the client is served. */
function licences(): Plugin {
  return {
    name: 'moot-licences',
    apply: 'build',
    generateBundle() {
      const texts = ['LICENSE', 'NOTICE.md', 'LICENSES/tldraw-LICENSE.md'].map((file) =>
        readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'),
      )
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join('\n\n') })
    },
  }
}

export default defineConfig({
  plugins: [react(), packageList(), licences()],
  build: {
    target: ['es2022', 'safari16.4'],
    manifest: true,
    // The content policy allows no data: scripts, and small files cost little on a connection that is open anyway.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'door', test: DOOR },
            { name: 'hall', test: HALL },
            { name: 'inside', test: INSIDE },
            { name: 'activity', test: ACTIVITY },
          ],
        },
      },
    },
  },
  server: {
    strictPort: true,
    proxy: {
      '/api': server,
      '/p/': server,
      '/healthz': server,
      '/live': { target: server, ws: true },
      '/sync': { target: server, ws: true },
    },
  },
})
