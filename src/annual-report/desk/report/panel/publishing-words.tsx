import { paths } from '../../../../web/paths.ts'
import { titleOf } from '../../../printed/document.ts'
import { explains } from '../../../steps.ts'
import type { Draft } from '../keeping/use-draft.ts'

/** What will be public, and which errors stand with their explanation: read before publishing. */
export function PublishingWords({ draft }: { draft: Draft }) {
  const { line, report, findings, explanations } = draft.view
  const errors = findings.filter(({ severity }) => severity === 'error')
  return (
    <>
      <p>
        {`将公布《${titleOf(report)}》第 ${line.edition} 版，公众可在 `}
        <code>{paths.report(line.agency, line.year)}</code>
        {' 查阅和下载。公布的版本不能撤回，更正须另出新版并写明原因。'}
      </p>
      {errors.length === 0 ? (
        <p>核对没有发现错误。</p>
      ) : (
        <>
          <p>{`以下 ${errors.length} 处与规则不符，将连同书面说明一并公布：`}</p>
          <ul>
            {errors.map(finding => (
              <li key={`${finding.rule} ${finding.where.join()}`}>
                {finding.message}
                <br />
                {`说明：${explanations.find(each => explains(each, finding))?.text ?? '没有书面说明'}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
