import { type DemandChannel, demandChannelLabel, demandChannels } from '../../hotline/demand.ts'
import { definitionInWords, type FiguresView, figureInWords } from '../../hotline/figures/count.ts'
import { definitionsOf, type Figure } from '../../hotline/figures/definitions.ts'
import type { FigureVersion } from '../../hotline/figures/version.ts'
import type { Shown } from '../live-figures.ts'

/** A figure of the hotline that the prose may show as a field, `{{hotline.closingRate}}`. */
export interface HotlineFigure {
  readonly path: string
  readonly label: string
  /** As it is printed: 1234, 98.2%; — where there is nothing to divide by. */
  readonly text: string
  /** Its definition in a sentence. */
  readonly words: string
  readonly figure: Figure
  /** The way in to which it is narrowed; null where it counts all. */
  readonly channel: DemandChannel | null
}

/** The year of an agency in the figures of the hotline: its own hotline's, or those of a unit. */
export interface HotlineYear {
  readonly scope: 'hotline' | 'unit'
  readonly from: string
  readonly until: string
  /** The cut-off, an instant: the end of the year, or the moment of the question while it lasts. */
  readonly asOf: string
  readonly figures: readonly HotlineFigure[]
  /** Are these the figures that the published edition shows, which never change? */
  readonly isKept: boolean
}

/** A figure that was published and is counted otherwise now, at the same cut-off. */
export interface RestatedFigure {
  readonly path: string
  readonly label: string
  readonly published: string
  readonly now: string
}

/** The fields that a count gives: each figure but people, and how many demands came in by each channel. */
export function hotlineFigures(
  { whole, lines }: Pick<FiguresView, 'whole' | 'lines'>,
  version: FigureVersion,
): HotlineFigure[] {
  const definitions = definitionsOf(version).filter(({ counts }) => counts !== 'people')
  const all = definitions.map(definition => ({
    ...{ path: `hotline.${definition.figure}`, label: `热线${definition.label}`, channel: null },
    ...{ text: figureInWords(whole[definition.figure]), words: definitionInWords(definition) },
    figure: definition.figure,
  }))
  const total = definitions.find(({ figure }) => figure === 'total')
  const channels = demandChannels.map(channel => {
    const line = lines.find(({ keys }) => keys[0] === channel)
    const label = demandChannelLabel[channel]
    return {
      ...{ path: `hotline.channel.${channel}`, label: `热线${label}来源的诉求`, figure: 'total' as const },
      text: line === undefined ? '0' : figureInWords(line.figures.total),
      words: `${total === undefined ? '' : definitionInWords(total)}只计来源为${label}的。`,
      channel,
    }
  })
  return [...all, ...channels]
}

/** What each field shows, by its path. */
export function shownOf(figures: readonly Pick<HotlineFigure, 'path' | 'text'>[]): Shown {
  return Object.fromEntries(figures.map(({ path, text }) => [path, text]))
}

/** The paragraph of the hotline with live figures, as a hotline or a unit tells its year; a rate of nothing is left out. */
export function hotlineSentence({ scope, figures }: Pick<HotlineYear, 'scope' | 'figures'>): string {
  const shown = shownOf(figures)
  const said = ([words, name, unit = '']: readonly [string, Figure, string?]) =>
    (shown[`hotline.${name}`] ?? '—') === '—' ? [] : [`${words}{{hotline.${name}}}${unit}`]
  const parts =
    scope === 'hotline'
      ? ([
          ['12345热线全年受理诉求', 'total', '件'],
          ['直接办复', 'answered', '件'],
          ['转办', 'dispatched', '件'],
        ] as const)
      : ([['全年承办12345热线转办的诉求', 'dispatched', '件']] as const)
  const rates = [
    ['办结率', 'closingRate'],
    ['按时反馈率', 'onTimeRate'],
    ['满意率', 'satisfactionRate'],
  ] as const
  return `${[...parts, ...rates].flatMap(said).join('，')}。`
}

/** The sentence of 平台建设 with live figures: what came in by the office's pages and its own channels of new media. */
export const platformSentence =
  '平台建设方面，诉求人通过网站提交诉求{{hotline.channel.web}}件，通过微信提交{{hotline.channel.weChat}}件，' +
  '通过APP提交{{hotline.channel.app}}件。'
