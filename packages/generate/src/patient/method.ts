// How a value was measured or worked out, in plain words.
import { cleanText } from '../phrase/clean-text.js';
import { METHOD_WORDS } from './words.js';

/** A method by its everyday name, else as the author has it. */
export function methodText(method: string): string {
    const name = cleanText(method);
    return METHOD_WORDS.get(name.toLowerCase()) ?? name;
}
