/**
 * On a site without https browsers withhold `randomUUID`; forms need it so that nothing is sent twice. What it is made of is
 * there on every site.
 */
export function makeKeysEverywhere(): void {
  if ('randomUUID' in crypto) return
  Object.defineProperty(crypto, 'randomUUID', { value: keyOfBytes })
}

/** A random UUID of version 4. */
function keyOfBytes(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const [version = 0, variant = 0] = [bytes[6], bytes[8]]
  bytes.set([(version & 0x0f) | 0x40], 6)
  bytes.set([(variant & 0x3f) | 0x80], 8)
  const digits = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
