// Free text: what the patient agrees to, what the study doctor decides, what the source does not say.
import type { Condition, Statement, Unresolved, Unspecified, Vague } from '@crit-lang/model/criteria/condition.js';
import { decidedByDoctor, fixed, ofClause, pureClause, sentence, type Block } from '../clause.js';
import { cleanText } from '../../phrase/clean-text.js';
import { join, words } from '../inline.js';
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
const DECLARATIVE =
    /^(?:the|your|you|another|any|an?)\b[^.:;]*\b(?:is|are|has|have|had|was|were|can|cannot|could|may|might|must|do|does|did|needs?|will|agree|plan|makes?|affects?|prevents?|requires?|shows?|puts?|interferes?)\b/iu;

function lowerFirst(text: string): string {
    return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function withoutStop(text: string): string {
    return text.replace(/[.\s]+$/u, '');
}

/** Who decides, in plain words: "the study doctor", "the study doctors". */
function decider(by: string | null): { who: string; several: boolean } {
    const name = cleanText(by ?? '').replace(/^the /iu, '');
    const doctor = /^(?:principal |study |treating )?(?:investigator|physician|doctor|researcher)(s?)$/iu.exec(name);
    if (name === '' || doctor !== null) return { who: doctor?.[1] === 's' ? 'the study doctors' : 'the study doctor', several: doctor?.[1] === 's' };
    return { who: `the ${name}`, several: /[^s]s$/u.test(name) };
}

/** "The study doctor will decide whether you can follow the study plan"; under "You cannot join if" the decision is made. */
function judgement(text: string, by: string | null, excluding: boolean, negated: boolean): string {
    const { who, several } = decider(by);
    const lead = excluding || negated ? `${who} ${several ? 'find' : 'finds'} that ` : `${who} will decide whether `;
    if (!negated && DECLARATIVE.test(text)) return `${lead}${lowerFirst(text)}`;
    return `${lead}this is ${negated ? 'not true' : 'true'} for you: ${text}`;
}

/** The sentence for a statement of the author's. */
export function statementBlock(statement: Statement, wording: Wording, negated: boolean): Block {
    const text = withoutStop(secondPerson(statement.text));
    const when = statement.window === null ? '' : windowText(statement.window, wording);
    if (statement.class === 'attestation') {
        const [must, not] = VERBS.get(statement.verb ?? 'agrees to') ?? ['you must agree to', 'you do not agree to'];
        const said = wording.excluding
            ? must.replace('you must agree', 'you agree').replace('you must give', 'you give').replace('you must be', 'you are')
            : must;
        return ofClause(fixed(`${negated ? not : said} ${lowerFirst(text.replace(/^to /u, ''))}${when}`));
    }
    if (statement.class === 'judgement') return ofClause(fixed(`${judgement(text, statement.by, wording.excluding, negated)}${when}`));
    if (!negated && DECLARATIVE.test(text)) return ofClause(fixed(`${lowerFirst(text)}${when}`));
    return ofClause(fixed(negated ? 'this is not true for you: ' : 'this is true for you: ', words(`${text}${when}`)));
}

/** The sentence for a gap in the source. */
export function unspecifiedBlock(hole: Unspecified): Block {
    const text = lowerFirst(withoutStop(secondPerson(hole.text)));
    const gap = /\bsource\b/iu.test(text) ? '' : ' (not stated in the source)';
    return ofClause(fixed(`the study team will tell you more about this point: ${text}${gap}`));
}

/** The sentence for a line that could not be read. */
export function unresolvedBlock(unresolved: Unresolved): Block {
    return ofClause(fixed(`ask the study team about this point: “${cleanText(unresolved.text)}”`));
}

/** A condition under a word that the protocol does not define; the study doctor decides what counts. */
export function vagueBlock(vague: Vague, wording: Wording, negated: boolean): Block {
    const qualifier = cleanText(vague.qualifier);
    const block = wording.render(vague.condition, { ...inner(wording), undefinedTime: OF_TIME.test(qualifier) }, negated);
    const statement = pureClause(block);
    // A grade is no noun that the word could stand before: "your “active” kidneys" are not what the protocol speaks of.
    const isGrade = speaksOfGrade(vague.condition);
    const counts = sentence(words(`this counts only if the study doctor finds it “${qualifier}”`));
    if (statement === null) return { ...block, extra: [...block.extra, counts] };
    if (statement.object === null || isGrade) return ofClause({ ...statement, extra: [...statement.extra, counts] });
    const decides = decidedByDoctor([qualifier]);
    const object = withQualifier(statement.object, qualifier);
    return ofClause({ ...statement, object, extra: [decides, ...statement.extra] });
}

function speaksOfGrade(condition: Condition): boolean {
    if (condition.kind === 'any' || condition.kind === 'all') return condition.of.some(speaksOfGrade);
    return condition.kind === 'not' ? speaksOfGrade(condition.of) : condition.kind === 'grade' && condition.of === null;
}

/** Undefined words that say when. */
const OF_TIME = /^(?:(?:most|very) )?(?:recent|recently|current|currently|latest|last|past|previous|prior|former|new|ongoing|early|late)$/iu;

/** Puts the undefined word before the noun, after its article: "a “recent” biopsy", "your “stable” dose". */
function withQualifier(object: NonNullable<ReturnType<typeof pureClause>>['object'] & object, qualifier: string): typeof object {
    const [first, ...rest] = object;
    if (first === undefined) return object;
    // "steroids “at effective doses”": a phrase follows its noun.
    if (/^(?:at|by|for|from|in|of|on|with|without) /iu.test(qualifier)) return join(object, ` “${qualifier}”`);
    const article = /^(?:an?|the|your|any)\s+/iu.exec(first.text)?.[0] ?? '';
    const fitting = /^an? $/iu.test(article) ? (/^[aeiou]/iu.test(qualifier) ? 'an ' : 'a ') : article;
    return [...words(`${fitting}“${qualifier}” `), { ...first, text: first.text.slice(article.length) }, ...rest];
}
