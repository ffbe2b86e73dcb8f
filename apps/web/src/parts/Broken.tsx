import type { ReactNode } from 'react'
import { Component } from 'react'
import { t } from '../text/index.ts'
import { Button } from './Button.tsx'
import { Page } from './Page.tsx'

/**
 * Catches what a screen throws, and a script that did not arrive: a plain page instead of an empty one. React offers
 * this to classes only.
 */
export class Broken extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true }
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <Page narrow>
        <div role="alert">
          <h1>{t('parts.brokenTitle')}</h1>
          <p>{t('parts.brokenBody')}</p>
        </div>
        <div>
          <Button look="primary" size="large" onClick={() => location.reload()}>
            {t('parts.reload')}
          </Button>
        </div>
      </Page>
    )
  }
}
