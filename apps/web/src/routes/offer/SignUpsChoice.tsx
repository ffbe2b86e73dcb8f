import { Button } from '../../parts/Button.tsx'
import { Menu, MenuChoice } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withOffer.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'

/** For facilitators: whether sign-ups show who comes, or how many. For everybody at once, at any time. */
export function SignUpsChoice() {
  const { view } = useWorkshop()
  const give = useGive()
  const { signUps } = view.market
  return (
    <Menu
      label={t('offer.signUps')}
      trigger={<Button look="quiet">{t(`offer.signUps_${signUps}`)} ▾</Button>}
    >
      <MenuChoice
        label={t('offer.signUps')}
        value={signUps}
        options={[
          { value: 'names', label: t('offer.show_names') },
          { value: 'counts', label: t('offer.show_counts') },
        ]}
        onChange={(next) => {
          const chosen = next === 'counts' ? 'counts' : 'names'
          void give({ type: 'market.set', signUps: chosen }, t(`offer.signUps_${chosen}`))
        }}
      />
    </Menu>
  )
}
