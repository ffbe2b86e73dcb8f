import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import { Announcer } from './parts/Announcer.tsx'
import { Broken } from './parts/Broken.tsx'
import { Routes } from './routes.tsx'
import { language } from './text/index.ts'
// Light or dark, as chosen in a workshop, holds on every page: also on those that load nothing of a workshop.
import './uiStore.ts'

document.documentElement.lang = language

// Dialogs and menus write style sheets of their own; the content policy lets them in by the number of this page.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="moot-nonce"]')?.content
if (nonce) setNonce(nonce)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Broken>
        <Routes />
      </Broken>
      <Announcer />
    </StrictMode>,
  )
}
