/** The header that gives a file its name, in any script: to be kept, or with `inline` to be shown. */
export function namedFile(name: string, way: 'attachment' | 'inline' = 'attachment'): string {
  return `${way}; filename*=UTF-8''${encodeURIComponent(name)}`
}
