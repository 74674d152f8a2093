import type { Secrets } from '../secret.ts'

const pieceBytes = 1024 * 1024

/** A piece of a file as a table keeps it; each is sealed for its place, so that none can stand for another. */
export interface SealedPiece {
  readonly place: number
  readonly sealed: Buffer
}

/** For what a file is sealed, and with which key. */
export interface Sealing {
  readonly purpose: string
  readonly secrets: Secrets
}

/** A file in sealed pieces of 1 MB, one at a time: the whole is never sealed in memory at once. */
export function* sealedInPieces(bytes: Uint8Array, { purpose, secrets }: Sealing): Generator<SealedPiece> {
  for (let place = 0; place * pieceBytes < bytes.length; place++) {
    const piece = bytes.subarray(place * pieceBytes, (place + 1) * pieceBytes)
    yield { place, sealed: secrets.sealBytes(`${purpose} ${place}`, piece) }
  }
}

/** The file of these pieces in their order; undefined where there is none, or one was sealed with another key. */
export function openedFromPieces(
  pieces: readonly SealedPiece[],
  { purpose, secrets }: Sealing,
): Uint8Array | undefined {
  const opened = pieces.flatMap(({ place, sealed }) => secrets.openBytes(`${purpose} ${place}`, sealed) ?? [])
  return pieces.length > 0 && opened.length === pieces.length ? Buffer.concat(opened) : undefined
}
