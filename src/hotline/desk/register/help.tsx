import { Button } from 'antd'
import type { EntryFound } from '../../knowledge/view.ts'
import { elsewhereToAgent } from '../../live/elsewhere.ts'
import type { LiveCategory, LiveHelp } from '../../live/help.ts'
import { DemandsBeside } from './demands-beside.tsx'

interface Helped {
  readonly help: LiveHelp | undefined
  readonly use: (entry: EntryFound) => void
  readonly fill: (place: string) => void
}

/** At the right, live while one types: danger, answers, likely duplicates, category, unit, places. */
export function Help({ help, use, fill }: Helped) {
  return (
    <aside className="card" aria-label="即时辅助" aria-live="polite">
      {help === undefined && <p>填写内容时，这里显示可用的答复、可能重复的诉求、分类和承办单位。</p>}
      {help !== undefined && help.dangers.length > 0 && (
        <p className="late" role="alert">
          {`⚠ 写有险情词“${help.dangers.map(({ word }) => word).join('”“')}”，登记后立即提醒值班人员。`}
        </p>
      )}
      {help !== undefined && help.elsewhere.length > 0 && (
        <p className="late" role="alert">
          {elsewhereToAgent(help.elsewhere)}
        </p>
      )}
      {help !== undefined && <Found {...{ help, use, fill }} />}
    </aside>
  )
}

function Found({ help, use, fill }: Helped & { readonly help: LiveHelp }) {
  const { entries, duplicates, places, category, unit } = help
  return (
    <>
      <h2>可用的答复</h2>
      {entries.length === 0 && <p>知识库中没有相近的条目。</p>}
      {entries.map((entry, at) => (
        <details key={entry.id}>
          <summary>
            {entry.question} {at === 0 && <kbd>F4</kbd>}
          </summary>
          <p>{entry.answer}</p>
          <Button size="small" onClick={() => use(entry)}>
            用它直接答复
          </Button>
        </details>
      ))}
      <h2>近 30 日可能重复的诉求</h2>
      <DemandsBeside lines={duplicates} none="没有。" />
      {unit !== null && (
        <>
          <h2>分类和承办单位</h2>
          <p>{`分类：${categoryInWords(category)}`}</p>
          <Unit unit={unit} />
        </>
      )}
      {places.length > 0 && <h2>识别的地点</h2>}
      {places.map((place, at) => (
        <p key={place}>
          <Button size="small" onClick={() => fill(place)}>
            {`填入“${place}”`}
          </Button>
          {at === 0 && (
            <>
              {' '}
              <kbd>F2</kbd>
            </>
          )}
        </p>
      ))}
    </>
  )
}

function categoryInWords(category: LiveCategory | null): string {
  if (category === null) return '还没有训练过，登记后由人工选定。'
  const sure = `把握 ${Math.round(category.confidence * 100)}%`
  if (category.category !== '') return `${category.category}（${sure}）`
  return `没有把握${category.suggested === '' ? '' : `，较可能是 ${category.suggested}（${sure}）`}`
}

function Unit({
  unit: { unitName, limit, reason, others },
}: {
  readonly unit: NonNullable<LiveHelp['unit']>
}) {
  return (
    <>
      <p>
        {unitName === null ? (
          '建议单位：没有把握，不作建议'
        ) : (
          <>
            建议单位：<strong>{unitName}</strong>
            {`，期限 ${limit}`}
          </>
        )}
      </p>
      <p>{reason}</p>
      {others.length > 0 && <p>{`可供参考：${others.map(({ name }) => name).join('、')}`}</p>}
    </>
  )
}
