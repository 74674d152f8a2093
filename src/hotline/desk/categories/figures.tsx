import type { CategoryFigures } from '../../classify/office-model.ts'

const share = (part: number) => `${(part * 100).toFixed(1)}%`

/** How well each category is found, and which are confused with which. */
export function Figures({ figures, caption }: { figures: CategoryFigures; caption: string }) {
  const { tested, unsure, rightWhereSure, macroF1, accuracy } = figures
  return (
    <>
      <p>
        {`检验 ${tested} 件：有把握的 ${tested - unsure} 件`}
        {rightWhereSure !== null && `，其中判断正确 ${share(rightWhereSure)}`}
        {`；没有把握的 ${unsure} 件，不作提示。全部计入时各类 F1 的平均数（宏平均）${macroF1.toFixed(3)}。`}
      </p>
      <div className="frame">
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">分类</th>
              <th scope="col">件数</th>
              <th scope="col">查准率</th>
              <th scope="col">查全率</th>
              <th scope="col">F1</th>
            </tr>
          </thead>
          <tbody>
            {accuracy.map(({ category, messages, precision, recall, f1 }) => (
              <tr key={category}>
                <th scope="row">{category}</th>
                <td>{messages}</td>
                <td>{share(precision)}</td>
                <td>{share(recall)}</td>
                <td>{f1.toFixed(3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Confusion figures={figures} caption={caption} />
    </>
  )
}

function Confusion({ figures: { confusion }, caption }: { figures: CategoryFigures; caption: string }) {
  const names = [...new Set(confusion.flatMap(({ truth, said }) => [truth, said]))].toSorted()
  const cell = (truth: string, said: string) =>
    confusion.find(each => each.truth === truth && each.said === said)?.messages ?? 0
  return (
    <details>
      <summary>混淆矩阵：行为人工选定的，列为模型判断的</summary>
      <section className="frame" aria-label={`${caption}：混淆矩阵`}>
        <table>
          <caption>{`${caption}：混淆矩阵`}</caption>
          <thead>
            <tr>
              <th scope="col">人工＼模型</th>
              {names.map(name => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map(truth => (
              <tr key={truth}>
                <th scope="row">{truth}</th>
                {names.map(said => (
                  <td key={said}>
                    {truth === said ? <strong>{cell(truth, said)}</strong> : cell(truth, said)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
