/** Under the bar of every screen: announcements, invitations, where one is asked to go, the last two minutes. */
export function Attention(_props: { readonly boardId: string | undefined }) {
  return null
}
