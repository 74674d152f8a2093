/** A file that is hurt or swells beyond what an office document needs; the message says so in Chinese. */
export class HurtFile extends Error {}
