import { useState } from 'react'
import { useAgencies } from '../../../../desk/agencies.ts'
import { useCategories } from '../../categories/use-categories.ts'
import { useFiguresQuery } from '../asked.ts'
import { Choice } from './choice.tsx'

/** Where the demands are and what they are about; below what is chosen the comparison tells the next level. */
export function PlaceChoices() {
  const { query, change } = useFiguresQuery()
  const areas = useAgencies().filter(({ kind }) => kind === 'county' || kind === 'township')
  const tree = useCategories()?.categories.filter(each => !each.includes('/')) ?? []
  const category = query.get('category') ?? ''
  const categories = tree.includes(category) || category === '' ? tree : [category, ...tree]
  return (
    <>
      <Words
        key={`area ${query.get('area')}`}
        label="县区、乡镇（地点所在）"
        name="area"
        known={areas.map(({ shortName }) => shortName)}
      />
      <Words key={`place ${query.get('place')}`} label="地点（小区、道路的名称）" name="place" />
      <Choice
        label="诉求分类"
        value={category}
        options={[
          { value: '', label: '全部' },
          ...categories.map(each => ({ value: each, label: each.replaceAll('/', ' › ') })),
        ]}
        choose={value => change({ category: value })}
      />
    </>
  )
}

/** A name that is typed: asked for when the field is left or Enter is pressed, so that half a name is not counted. */
function Words({
  label,
  name,
  known = [],
}: {
  readonly label: string
  readonly name: 'area' | 'place'
  readonly known?: readonly string[]
}) {
  const { query, change } = useFiguresQuery()
  const asked = query.get(name) ?? ''
  const [typed, type] = useState(asked)
  const ask = () => {
    if (typed.trim() !== asked) change({ [name]: typed.trim() })
  }
  return (
    <div>
      <label>
        {label}
        <input
          value={typed}
          maxLength={40}
          list={known.length === 0 ? undefined : `known ${name}`}
          onChange={({ target }) => type(target.value)}
          onBlur={ask}
          onKeyDown={({ key, nativeEvent }) => {
            if (key === 'Enter' && !nativeEvent.isComposing) ask()
          }}
        />
      </label>
      {known.length > 0 && (
        <datalist id={`known ${name}`}>
          {known.map(each => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </div>
  )
}
