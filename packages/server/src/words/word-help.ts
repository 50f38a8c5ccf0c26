// The words and phrases of the language, each with one sentence that a protocol writer understands.
import { CLINICAL_WORDS } from './clinical-words.js';
import { CRITERION_WORDS } from './criterion-words.js';
import { FILE_WORDS } from './file-words.js';
import { TIME_WORDS } from './time-words.js';
import { VOCABULARY_WORDS } from './vocabulary-words.js';

const HELP: ReadonlyMap<string, string> = new Map(
    [FILE_WORDS, VOCABULARY_WORDS, TIME_WORDS, CLINICAL_WORDS, CRITERION_WORDS].flatMap((words) => Object.entries(words)),
);

/** One sentence, in Markdown, on a word or phrase of the language; undefined for words that mean nothing by themselves. */
export function helpOn(word: string): string | undefined {
    return HELP.get(word);
}
