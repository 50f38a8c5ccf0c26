// Turns an author's free words about "the participant" into words to the reader, and the commonest terms of the trade into plain ones.
import { cleanText } from '../phrase/clean-text.js';

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
    [/\b(?:an? )?(?:written )?informed consent form\b/giu, 'the consent form'],
    [/\b(?:an? )?written informed consent\b/giu, 'your written consent'],
    [/\b(?:an? )?informed consent\b/giu, 'your consent'],
    [/, and signs the consent form\b/giu, ' and to sign the consent form'],
    [/\b(at|before|after) screening\b(?! (?:visit|period|phase))/giu, '$1 your screening visit'],
    [/\bsystemic (?:therapy|treatment)\b/giu, 'treatment of the whole body (systemic therapy)'],
    [/\b(?:the )?use of protocol[- ]prohibited (?:medications|medicines|drugs)\b/giu, 'medicines that the study plan does not allow'],
    [/\bprotocol[- ]prohibited (?:medications|medicines|drugs)\b/giu, 'medicines that the study plan does not allow'],
    [/\bnon-?invasive growth\b/giu, 'growth that stays in place (noninvasive)'],
    [/\bmedications\b/giu, 'medicines'],
    [/\bmanifestations\b/giu, 'signs'],
    [/\bmay confound the (?:accurate )?assessment of\b/giu, 'may make it hard to judge'],
    [
        /\bthat are (?:not suitable|unsuitable) for (?:study participation|participation|enrollment|inclusion)\b(?: in (?:this|the) (?:clinical )?(?:study|trial))?/giu,
        'that make you unfit for this study',
    ],
    [
        /\b(?:not suitable|unsuitable) for (?:study participation|participation|enrollment|inclusion)\b(?: in (?:this|the) (?:clinical )?(?:study|trial))?/giu,
        'unfit for this study',
    ],
    [/\baffect the (?:judge?ment|assessment|evaluation) of\b/giu, 'make it hard to judge'],
    [/\b(?:in the|in this) clinical trial\b/giu, 'in this study'],
    [/\b(?:this|the) (?:clinical )?trial\b/giu, 'this study'],
    [/\bthe protocol\b/giu, 'the study plan'],
    [/\be\.?g\.?,? /giu, 'for example '],
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
