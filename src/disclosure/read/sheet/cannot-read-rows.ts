/** A file of results that cannot be read at all; the message says why in Chinese. */
export class CannotReadRows extends Error {}
