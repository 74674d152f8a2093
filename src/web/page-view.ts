import type { Site } from '../platform/settings.ts'

/** What every page of the portal shares. */
export interface PageView {
  readonly title: string
  readonly site: Site
  /** The page's own address, with its query. */
  readonly path: string
  /** 长辈版: larger type. */
  readonly largeType: boolean
  /** The column that a list page belongs to. */
  readonly column?: { readonly name: string; readonly description: string } | undefined
  /** What a content page is about. */
  readonly article?: ArticleView | undefined
  /** What machines read of the page: JSON-LD. */
  readonly data?: object | undefined
  /** The address by which the page is known, where that is not its own. */
  readonly canonical?: string | undefined
  /** A page of a copy of the site that no server stands behind: without what only a server can do. */
  readonly still?: string | undefined
  /** What stands before the site's path in a full address; absent on pages that nobody links to. */
  readonly base?: string | undefined
  /** What was searched for. */
  readonly q?: string | undefined
  /** Does the page gain from the script? Without it everything works. */
  readonly script?: boolean | undefined
}

/** What the metadata say of a content page. */
export interface ArticleView {
  readonly publishedOn: string
  /** Hours and minutes of publication in the office's time zone; midnight where only the day is known. */
  readonly minute?: string | undefined
  readonly source: string
  readonly keywords?: readonly string[] | undefined
  readonly summary?: string | undefined
  /** The address of a picture of it, within the site. */
  readonly image?: string | undefined
}

/** The site's own address: by its settings, or as it was asked for where none is set. */
export function baseOf({ domain }: Site, asked: string): string {
  return domain === 'localhost' ? new URL(asked).origin : `https://${domain}`
}
