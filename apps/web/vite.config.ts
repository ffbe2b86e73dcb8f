import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `npm run dev` runs the server; the dev page talks to it through Vite so that everything has one origin. */
const server = process.env['MOOT_DEV_SERVER'] ?? 'http://127.0.0.1:8787'

export default defineConfig({
  plugins: [react()],
  build: {
    target: ['es2022', 'safari16.4'],
    manifest: true,
    // The content policy allows no data: scripts, and small files cost nothing over one open connection.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
  },
  server: {
    strictPort: true,
    proxy: {
      '/api': server,
      '/p': server,
      '/healthz': server,
      '/live': { target: server, ws: true },
      '/sync': { target: server, ws: true },
    },
  },
})
