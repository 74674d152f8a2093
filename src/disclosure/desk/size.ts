/** How big a file is, in words: 12 KB, 3.4 MB. */
export function sizeInWords(bytes: number): string {
  const [kilobytes, megabytes] = [Math.ceil(bytes / 1024), bytes / 1024 / 1024]
  return megabytes < 1 ? `${kilobytes} KB` : `${megabytes.toFixed(1)} MB`
}
