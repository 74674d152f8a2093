import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

const closed = new BlockList()
for (const [network, prefix] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ] as const),
]) {
  closed.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ...([
    ['::', 127],
    ['64:ff9b::', 96],
    ['100::', 64],
    ['2001:db8::', 32],
    ['fc00::', 7],
  ] as const),
  ...([
    ['fe80::', 10],
    ['ff00::', 8],
  ] as const),
]) {
  closed.addSubnet(network, prefix, 'ipv6')
}

/** Is this address one of the open internet: no loopback, no private network, no metadata service? */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1]
  if (mapped !== undefined) return isPublicAddress(mapped)
  const family = isIP(address)
  if (family === 0) return false
  return !closed.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** Resolves a name for a connection, and gives none that is not public: asked when the connection is made, so no second answer can slip in. */
export const publicLookup: LookupFunction = (name, options, told) => {
  lookup(name, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return told(error, '')
    const open = addresses.filter(({ address }) => isPublicAddress(address))
    const [first] = open
    if (first === undefined) return told(new Error(`${name} is not an address of the open internet`), '')
    return options.all === true ? told(null, open) : told(null, first.address, first.family)
  })
}
