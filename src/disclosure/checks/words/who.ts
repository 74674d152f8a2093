import { type Actor, type Agency, administersAll, holds } from '../../../office/roles.ts'

/** May this person change the watched words? They hold every agency's publications, so the officer and the administrator of the top agency may. */
export function changesWords(actor: Actor, tree: readonly Agency[]): boolean {
  return (
    administersAll(actor, tree) ||
    tree.some(({ code, parent }) => parent === null && holds(actor, 'officer', code))
  )
}
