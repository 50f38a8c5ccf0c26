// Turns an author's free words about "the participant" into words to the reader, and the commonest terms of the trade into plain ones.
import { cleanText } from './inline.js';

/** Tried in this order; each pattern stands for whole words. */
const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
    [/\b(?:the|a|any|each) (?:study )?(?:participant|patient|subject)(?:'s|’s)/giu, 'your'],
    [/\b(?:the|a|any|each) (?:study )?(?:participant|patient|subject) is\b/giu, 'you are'],
    [/\b(?:the|a|any|each) (?:study )?(?:participant|patient|subject) has\b/giu, 'you have'],
    [/\b(?:the|a|any|each) (?:study )?(?:participant|patient|subject) does\b/giu, 'you do'],
    [/\b(?:the|a|any|each) (?:study )?(?:participant|patient|subject)\b(?! (?:group|population|\p{L}+s\b))/giu, 'you'],
    [/\bparticipants(?:'|’)/giu, 'your'],
    [/\b(?:his or her|his\/her|her or his|their own)\b/giu, 'your'],
    [/\b(?:the )?(?:principal )?investigator(?:'s|’s)/giu, 'the study doctor’s'],
    [/\b(?:the )?(?:principal )?investigator\b/giu, 'the study doctor'],
    [/\binvestigators\b/giu, 'study doctors'],
    [/\bwritten informed consent\b/giu, 'your written consent'],
    [/\binformed consent\b/giu, 'your consent'],
    [/\bcontraception\b/giu, 'birth control'],
    [/\bcontraceptive (?:measures|methods|method|measure)\b/giu, 'birth control'],
    [/\bchildbearing potential\b/giu, 'the ability to become pregnant'],
    [/\bprior to\b/giu, 'before'],
    [/\bat the time of\b/giu, 'at'],
    [/\bmechanisms of action\b/giu, 'ways of working (mechanisms of action)'],
    [/\badminister(?:ed|ing)?\b/giu, 'given'],
];

/** Free words of an author, cleaned, spoken to the patient. Numbers and units are left as they are. */
export function secondPerson(text: string): string {
    let result = cleanText(text);
    for (const [pattern, replacement] of REPLACEMENTS) result = result.replace(pattern, replacement);
    return result;
}
