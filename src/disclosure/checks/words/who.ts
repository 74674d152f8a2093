import { type Actor, type Agency, administersAll, holdsAtTop } from '../../../office/roles.ts'

/** May this person change the watched words? They hold every agency's publications, so the officer and the administrator of the top agency may. */
export function changesWords(actor: Actor, tree: readonly Agency[]): boolean {
  return administersAll(actor, tree) || holdsAtTop(actor, 'officer', tree)
}
