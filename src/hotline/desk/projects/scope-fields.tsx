import type { Choosable } from '../../../desk/choosing/choose.tsx'
import { optionsOf } from '../../../desk/list/column.ts'
import type { Typed, useTyped } from '../../../desk/steps/typed.ts'
import { Field } from '../../../office/desk/acting.tsx'
import { demandTypeLabel } from '../../demand.ts'
import { type Scope, wordsIn } from '../../projects/scope.ts'
import { useCategories } from '../categories/use-categories.ts'
import { UnitsField } from './units.tsx'

type Filling = ReturnType<typeof useTyped>

/** The fields of a rule of scope. */
export function ScopeFields({ filling, units }: { filling: Filling; units: readonly Choosable[] }) {
  const { field } = filling
  const categories = useCategories()?.categories.filter(each => each.split('/').length <= 2) ?? []
  return (
    <fieldset>
      <legend>诉求范围（以后的诉求按此自动归集）</legend>
      <Field label="标题或者内容中的词语（有一个即可，用空格或者顿号隔开）">
        <input {...field('words')} maxLength={1000} />
      </Field>
      <Field label="地点（有一个即可；留空为不限）">
        <input {...field('places')} maxLength={1000} />
      </Field>
      <Field label="诉求类型">
        <select {...field('types')}>
          <option value="">不限</option>
          {optionsOf(demandTypeLabel).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field label="分类（含其下各级）">
        <select {...field('categories')}>
          <option value="">不限</option>
          {categories.map(each => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </Field>
      <UnitsField label="诉求的承办单位（不选为不限）" name="units" filling={filling} units={units} />
    </fieldset>
  )
}

/** The rule as it was typed. */
export function scopeTyped(typed: Typed): Scope {
  const type = Object.keys(demandTypeLabel).find(each => each === typed.types)
  return {
    ...{ words: wordsIn(typed.words ?? ''), places: wordsIn(typed.places ?? '') },
    units: wordsIn(typed.units ?? ''),
    types: type === undefined ? [] : [type as Scope['types'][number]],
    matters: wordsIn(typed.matters ?? ''),
    categories: typed.categories ? [typed.categories] : [],
  }
}

/** A rule as it is typed anew. */
export function typedScope({ words, places, units, types, matters, categories = [] }: Scope): Typed {
  return {
    ...{ words: words.join(' '), places: places.join(' '), units: units.join(' ') },
    ...{ types: types[0] ?? '', matters: matters.join(' '), categories: categories[0] ?? '' },
  }
}

/** The rule in a sentence. */
export function scopeInWords(scope: Scope, names: Readonly<Record<string, string>>): string {
  const list = (words: readonly string[]) => words.map(word => `“${word}”`).join('或')
  const { categories = [] } = scope
  const parts = [
    scope.words.length > 0 ? `标题或者内容有${list(scope.words)}` : '',
    scope.places.length > 0 ? `地点有${list(scope.places)}` : '',
    categories.length > 0 ? `分类为${list(categories)}` : '',
    scope.types.length > 0 ? `类型为${scope.types.map(type => demandTypeLabel[type]).join('、')}` : '',
    scope.units.length > 0 ? `由${scope.units.map(unit => names[unit] ?? unit).join('、')}承办` : '',
  ].filter(part => part !== '')
  const by = parts.length === 0 ? [] : [parts.join('，并且')]
  const all = [...by, ...(scope.matters.length > 0 ? ['归入所选热点事项'] : [])]
  return all.length === 0 ? '没有设定，只有点名列入的诉求。' : `${all.join('；或者')}。`
}
