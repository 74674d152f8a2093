/** A part of a page, in fractions of its width and height from the top left. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A place that the clerk marked; pages are numbered from 1. */
export interface Box extends Area {
  readonly page: number
}
