import { Button, Select } from 'antd'
import { useMemo, useRef } from 'react'
import { Link } from 'react-router'
import { allCells, cellAt } from '../../../cells.ts'
import type { Narrative } from '../../../form.ts'
import { cellLabel, sectionLabel } from '../../../labels.ts'
import { hotlineSentence, liveFigure, shownBeside } from '../../../live-figures.ts'
import type { Draft } from '../keeping/use-draft.ts'
import { written } from '../sheet/sheet.ts'
import { spliced } from './pieces.ts'
import { staleIn } from './stale.ts'
import { type Editable, useEditable } from './use-editable.ts'

interface Section {
  readonly draft: Draft
  readonly section: keyof Narrative
}

/** The words of one section, with live figures in them; numbers that contradict the tables are marked. */
export function ProseEditor({ draft, section }: Section) {
  const field = useRef<HTMLDivElement>(null)
  const label = sectionLabel[section]
  const stale = useMemo(
    () => staleIn(draft.sheet.report, section, draft.findings, draft.view.beside),
    [draft.sheet.report, section, draft.findings, draft.view.beside],
  )
  const editable = useEditable({ draft, section, field, stretches: stale.map(({ stretch }) => stretch) })
  const editing = draft.readOnly === undefined
  const replace = (at: (typeof stale)[number]) => {
    const { text } = spliced(draft.sheet.report.narrative[section], at.stretch, at.instead?.words ?? '')
    draft.edit(
      written(draft.sheet, section, text),
      `narrative.${section}`,
      `replaced ${at.stretch.from} ${text}`,
    )
  }
  return (
    <section id={`narrative.${section}`} aria-label={label}>
      {editing && <FigurePicker {...{ draft, section, editable }} />}
      <FiguresShown {...{ draft, section }} />
      {/* biome-ignore lint/a11y/useSemanticElements: no field of forms can hold a figure that is deleted whole. */}
      <div
        ref={field}
        className="prose"
        role="textbox"
        aria-multiline="true"
        aria-label={`${label}的文字`}
        aria-readonly={!editing}
        tabIndex={0}
        contentEditable={editing}
        suppressContentEditableWarning
        spellCheck={false}
      />
      <ul className="findings">
        {stale.map(each => (
          <li key={`${each.stretch.from} ${each.finding.message}`} className="error">
            {each.finding.message}
            {editing && each.instead !== undefined && (
              <Button size="small" onClick={() => replace(each)}>
                {each.instead.label}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The figures of the hotline that this section shows, each opening to its demands. */
function FiguresShown({ draft, section }: Section) {
  const shown = shownBeside(draft.sheet.report.narrative[section], draft.view.beside)
  if (shown.length === 0) return null
  return (
    <p className="beside">
      文中的热线数字（公布时写定）：
      {shown.map(({ path, label, value, unit, opens }, at) => (
        <span key={path}>
          {at > 0 && '；'}
          {label} <Link to={opens}>{`${value}${unit}`}</Link>
        </span>
      ))}
    </p>
  )
}

/** Chooses a cell, or a figure of the hotline, by its name and puts it where the caret was. */
function FigurePicker({ draft, section, editable }: Section & { readonly editable: Editable }) {
  const { report } = draft.sheet
  const { beside } = draft.view
  const ofHotline = beside.map(({ path, label, value, unit }) => ({
    value: path,
    label: `${label}：${value}${unit}`,
  }))
  const ofTables = allCells(report).map(path => ({
    value: path,
    label: `${cellLabel(path)}：${cellAt(report, path) ?? '空白'}`,
  }))
  const options = [...ofTables, ...ofHotline]
  const sentence = section === 'overview' ? hotlineSentence(beside) : ''
  return (
    <p className="picker">
      <Select
        aria-label={`在“${sectionLabel[section]}”中插入表格数字`}
        placeholder={
          ofHotline.length === 0 ? '插入表格数字：输入名称查找' : '插入表格或者热线的数字：输入名称查找'
        }
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        value={null}
        onSelect={(path: string | null) => path !== null && editable.insert(liveFigure(path))}
      />
      {sentence !== '' && <Button onClick={() => editable.insert(sentence)}>插入12345热线的一句</Button>}
    </p>
  )
}
