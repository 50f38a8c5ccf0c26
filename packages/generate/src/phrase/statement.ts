// Free text of the protocol, and what it leaves out.
import type { Statement, Unresolved, Unspecified } from '@crit-lang/model/criteria/condition.js';
import { cleanText } from './clean-text.js';
import { clause } from './phrase.js';
import type { Phrase } from './phrase.js';
import { windowAfter } from './time.js';

/** A statement, an attestation ("agrees to …") or a judgement (with who decides). */
export function statementPhrase(statement: Statement): Phrase {
    const verb = statement.verb === null ? '' : `${cleanText(statement.verb)} `;
    const judged = statement.by === null ? '' : ` (as judged by the ${cleanText(statement.by).replace(/^the /iu, '')})`;
    return clause(verb + inRunningText(sentence(statement.text)) + windowAfter(statement.window) + judged);
}

/** A sentence that starts with a word that is a name in no language does so in lower case within another. */
function inRunningText(text: string): string {
    return text.replace(/^(The|An?|Any|No|All|This|Other|Participants?|Patients?|Subjects?)(?= )/u, (word) => word.toLowerCase());
}

/** A hole in the source, marked so that nobody takes it for a criterion. */
export function unspecifiedPhrase(hole: Unspecified): Phrase {
    return clause(holeText(hole.text));
}

/** "[not specified in the source: …]". */
export function holeText(text: string): string {
    return `[not specified in the source: ${sentence(text)}]`;
}

/** A part that the compiler could not read. */
export function unresolvedPhrase(part: Unresolved): Phrase {
    const text = sentence(part.text);
    return clause(text === '' ? '[not understood]' : `[not understood: ${text}]`);
}

/** A text without its full stop, so that it fits into a clause. */
function sentence(text: string): string {
    return cleanText(text).replace(/\.$/u, '');
}
