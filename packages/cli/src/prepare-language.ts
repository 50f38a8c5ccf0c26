// Makes the parser, the vocabulary and the checks ready by using them once, so that the start-up snapshot holds them warm.
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { WARM_UP_SAMPLE } from './warm-up-sample.js';

/** Compiles a sample that uses most constructs. */
export function prepareLanguage(): void {
    compile(parseFile('sample.crit', WARM_UP_SAMPLE));
}
