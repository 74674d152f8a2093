import { personalIn } from '../../disclosure/checks/personal/personal.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'

/** Why a text may not go to the public: somebody's personal data in it. Art. 15. */
export function refusalOfPersonal(where: string, text: string): Refusal | undefined {
  const found = personalIn(text).find(({ severity }) => severity !== 'mild')
  return (
    found &&
    refuse(`${where}中的“${found.text}”是${found.what}，请删去或者改为“${found.proposal}”。`, 'Art 15')
  )
}
