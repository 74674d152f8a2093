/** How big a file is, in words: 12 KB, 3.4 MB. */
export function fileSize(bytes: number): string {
  const kilobyte = 1024
  return bytes < kilobyte ** 2
    ? `${Math.max(1, Math.round(bytes / kilobyte))} KB`
    : `${(bytes / kilobyte ** 2).toFixed(1)} MB`
}
