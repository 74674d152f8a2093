import { textIn } from '../../../office/desk/acting.tsx'

/** The request as it is sent, from the form; what is left empty is not sent. */
export function lodgingIn(form: FormData): Record<string, unknown> {
  const text = (name: string) => textIn(form, name)
  const agent = {
    ...{ name: text('agentName'), document: text('agentDocument'), authority: text('authority') },
  }
  const arrivedOn = text('arrivedOn')
  const evidence = text('evidence')
  return {
    ...{ agency: text('agency'), channel: text('channel'), applicantKind: text('applicantKind') },
    ...{ description: text('description'), givingForm: text('givingForm'), servingWay: text('servingWay') },
    applicant: {
      ...{ name: text('name'), document: text('document'), contact: text('contact') },
      ...{ address: text('address'), agent: form.get('byAgent') === null ? null : agent },
    },
    ...(arrivedOn === '' ? {} : { arrivedOn }),
    ...(evidence === '' ? {} : { evidence }),
  }
}
