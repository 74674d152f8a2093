import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useSession } from '../../desk/session.ts'
import { deskPaths } from '../../web/paths.ts'

/** For officers: choose the agency and the year, and go to its page, where the form is begun or goes on. */
export function StartReport() {
  const session = useSession()
  const own = session.grants.filter(({ role }) => role === 'officer')
  const last = Number(session.today.slice(0, 4)) - 1
  const years = Array.from({ length: 6 }, (_, back) => last + 1 - back)
  const [agency, setAgency] = useState(own[0]?.agency ?? '')
  const [year, setYear] = useState(last)
  const navigate = useNavigate()
  if (own.length === 0) return null
  const begin = (event: React.FormEvent) => {
    event.preventDefault()
    navigate(deskPaths.report(agency, year))
  }
  return (
    <form className="begin" aria-label="开始填报" onSubmit={begin}>
      {own.length > 1 && (
        <div>
          <label htmlFor="begin-agency">填报机关</label>
          <select id="begin-agency" value={agency} onChange={event => setAgency(event.target.value)}>
            {own.map(each => (
              <option key={each.agency} value={each.agency}>
                {each.agencyName}
              </option>
            ))}
          </select>
        </div>
      )}
      <div>
        <label htmlFor="begin-year">填报年度</label>
        <select id="begin-year" value={year} onChange={event => setYear(Number(event.target.value))}>
          {years.map(each => (
            <option key={each} value={each}>
              {`${each} 年`}
            </option>
          ))}
        </select>
      </div>
      <Button type="primary" htmlType="submit">
        开始填报
      </Button>
    </form>
  )
}
