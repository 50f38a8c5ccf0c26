// What a patient block cannot say: printing stops, and whoever asked finds out.

/** Thrown and caught inside this folder only. */
export class Unprintable extends Error {}

export function unprintable(what: string): never {
    throw new Unprintable(`${what} cannot be written in a patient block.`);
}
