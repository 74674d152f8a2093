import { Link } from 'react-router'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { type SiteRunsView, siteRunStateLabel } from '../../importing/view.ts'

/** What was moved in before, the newest first. */
export function Past({ about: { runs, agencies }, now }: { about: SiteRunsView; now: string }) {
  const others = runs.filter(({ id }) => id !== now)
  const nameOf = (agency: string) => agencies.find(({ code }) => code === agency)?.name ?? agency
  return (
    <section className="card moving-in" aria-label="迁入记录">
      <h2>迁入记录</h2>
      {others.length === 0 ? (
        <p>
          {now === '' ? '还没有迁入过。先在上面选择压缩包，试读不会保存任何内容。' : '没有其他的迁入记录。'}
        </p>
      ) : (
        <div className="frame">
          <table className="lines cards">
            <thead>
              <tr>
                <th scope="col">原网站</th>
                <th scope="col">机关</th>
                <th scope="col">情况</th>
                <th scope="col">页面</th>
                <th scope="col">迁入或者可迁入</th>
                <th scope="col">有错误</th>
                <th scope="col">经办人</th>
                <th scope="col">开始时间</th>
              </tr>
            </thead>
            <tbody>
              {others.map(({ id, source, fileName, agency, state, counts, byName, begunAt }) => (
                <tr key={id}>
                  <td>
                    <Link to={deskPaths.importItems(id)}>{`${source}（${fileName}）`}</Link>
                  </td>
                  <td>{nameOf(agency)}</td>
                  <td>{siteRunStateLabel[state]}</td>
                  <td>{counts.pages}</td>
                  <td>{counts.items}</td>
                  <td>{counts.faulty}</td>
                  <td>{byName}</td>
                  <td>{momentInChinese(begunAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
