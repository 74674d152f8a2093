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
        <label>
          填报机关
          <select value={agency} onChange={event => setAgency(event.target.value)}>
            {own.map(each => (
              <option key={each.agency} value={each.agency}>
                {each.agencyName}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        填报年度
        <select value={year} onChange={event => setYear(Number(event.target.value))}>
          {years.map(each => (
            <option key={each} value={each}>
              {`${each} 年`}
            </option>
          ))}
        </select>
      </label>
      <Button type="primary" htmlType="submit">
        开始填报
      </Button>
    </form>
  )
}
