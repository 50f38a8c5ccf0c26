// Free text: what the patient agrees to, what the study doctor decides, what the source does not say.
import type { Statement, Unresolved, Unspecified, Vague } from '@crit-lang/model/criteria/condition.js';
import { fixed, ofClause, pureClause, sentence, type Block } from '../clause.js';
import { cleanText, words } from '../inline.js';
import { secondPerson } from '../second-person.js';
import { windowText } from '../windows.js';
import { inner, type Wording } from '../wording.js';

/** Verbs of an attestation: said, and denied. */
const VERBS: ReadonlyMap<string, readonly [string, string]> = new Map([
    ['agrees to', ['you must agree to', 'you do not agree to']],
    ['consents to', ['you must give your consent to', 'you do not give your consent to']],
    ['willing to', ['you must be willing to', 'you are not willing to']],
    ['able to', ['you must be able to', 'you are not able to']],
]);

/** A text that is a sentence by itself: "The lung disease is progressive". */
const DECLARATIVE = /^(?:the|your|you)\b[^.:;]*\b(?:is|are|has|have|had|was|were|can|cannot|could|must|do|does|did|need|needs|will|agree|plan)\b/iu;

function lowerFirst(text: string): string {
    return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function withoutStop(text: string): string {
    return text.replace(/[.\s]+$/u, '');
}

/** Who decides, in plain words. */
function decider(by: string | null): string {
    const name = cleanText(by ?? '').toLowerCase();
    return name === '' || /^(?:the )?(?:principal )?(?:investigator|physician|doctor)$/u.test(name) ? 'the study doctor' : `the ${cleanText(by ?? '').replace(/^the /iu, '')}`;
}

/** The sentence for a statement of the author's. */
export function statementBlock(statement: Statement, wording: Wording, negated: boolean): Block {
    const text = withoutStop(secondPerson(statement.text));
    const when = statement.window === null ? '' : windowText(statement.window, wording);
    if (statement.class === 'attestation') {
        const [must, not] = VERBS.get(statement.verb ?? 'agrees to') ?? ['you must agree to', 'you do not agree to'];
        const said = wording.excluding ? must.replace('you must agree', 'you agree').replace('you must give', 'you give').replace('you must be', 'you are') : must;
        return ofClause(fixed(`${negated ? not : said} ${lowerFirst(text.replace(/^to /u, ''))}${when}`));
    }
    if (statement.class === 'judgement') {
        const lead = wording.excluding || negated ? `${decider(statement.by)} finds that this is ${negated ? 'not true' : 'true'} for you: ` : `${decider(statement.by)} will decide whether this is true for you: `;
        return ofClause(fixed(`${lead}${text}${when}`));
    }
    if (!negated && DECLARATIVE.test(text)) return ofClause(fixed(`${lowerFirst(text)}${when}`));
    return ofClause(fixed(negated ? 'this is not true for you: ' : 'this is true for you: ', words(`${text}${when}`)));
}

/** The sentence for a gap in the source. */
export function unspecifiedBlock(hole: Unspecified): Block {
    return ofClause(fixed(`the study team will tell you more about this, because it is not stated in the source: ${withoutStop(secondPerson(hole.text))}`));
}

/** The sentence for a line that could not be read. */
export function unresolvedBlock(unresolved: Unresolved): Block {
    return ofClause(fixed(`ask the study team about this point: “${cleanText(unresolved.text)}”`));
}

/** A condition under a word that the protocol does not define; the study doctor decides what counts. */
export function vagueBlock(vague: Vague, wording: Wording, negated: boolean): Block {
    const block = wording.render(vague.condition, inner(wording), negated);
    const decides = sentence(words(`the study doctor decides what counts as “${cleanText(vague.qualifier)}”`));
    const statement = pureClause(block);
    if (statement?.object == null) return { ...block, extra: [...block.extra, decides] };
    const object = withQualifier(statement.object, cleanText(vague.qualifier));
    return ofClause({ ...statement, object, extra: [decides, ...statement.extra] });
}

/** Puts the undefined word before the noun, after its article: "a “recent” biopsy", "your “stable” dose". */
function withQualifier(object: NonNullable<ReturnType<typeof pureClause>>['object'] & object, qualifier: string): typeof object {
    const [first, ...rest] = object;
    if (first === undefined) return object;
    const article = /^(?:an?|the|your|any)\s+/iu.exec(first.text)?.[0] ?? '';
    const fitting = /^an? $/iu.test(article) ? (/^[aeiou]/iu.test(qualifier) ? 'an ' : 'a ') : article;
    return [...words(`${fitting}“${qualifier}” `), { ...first, text: first.text.slice(article.length) }, ...rest];
}
