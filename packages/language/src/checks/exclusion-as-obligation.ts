// exclusion-as-obligation: "must agree to …" among the exclusions keeps out the very people who are wanted.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Fix } from '../diagnostics/diagnostic.js';
import { keywordOf } from '../syntax/parts.js';
import type { ModelCheck } from './model-checks.js';
import { absenceIn } from './wording/absence-in.js';
import { placedCriteria } from './wording/placed-text.js';

const OBLIGATION =
    /\b(?:must|shall|should|ha(?:s|ve) to|needs? to|(?:is|are|be) required to|agrees? to|agreement to|consents? to|(?:is|are|be) (?:willing|able) to|willing(?:ness)? to|ability to|(?:is|are|be) willing and able)\b/i;
/** Words that turn an obligation into its absence: "does not agree to", "refuses to". */
const REFUSAL = /\b(?:not|no|un\w+|in(?:ability|capable)|refus\w+|cannot|can't|without|lack\w*|fail\w*|declin\w+|exclud\w+|ineligible|never|nor)\b/i;
/** An obligation as the main clause of a sentence starts within so many words. */
const WORDS_BEFORE = 8;

export const exclusionAsObligation: ModelCheck = {
    name: 'exclusion-as-obligation',
    run(input) {
        for (const { criterion, texts } of placedCriteria(input)) {
            if (criterion.kind !== 'exclude') continue;
            const report = (message: string, range: SourceRange, fixes: Fix[] = []): void => input.report({ message, range, fixes, criteria: [criterion.id] });
            const wished = wishes(criterion.rule);
            for (const condition of wished) {
                if (condition.range === undefined) continue;
                const source = input.files[condition.range.file]?.source.asFile(condition.range.file);
                if (condition.class === 'attestation') {
                    const at = source === undefined ? null : source.range(source.offsetAt(condition.range.start), source.offsetAt(condition.range.start));
                    const fixes = at === null ? [] : [{ title: "Exclude those who do not: add 'not'", edits: [{ range: at, newText: 'not ' }] }];
                    // Every line is wished for: the whole criterion is an inclusion.
                    const keyword = keywordOf(texts.node, 'exclude');
                    if (
                        keyword !== undefined &&
                        criterion.rule.kind === 'any' &&
                        criterion.rule.of.every((line) => line.kind === 'statement' && line.class === 'attestation')
                    ) {
                        fixes.push({
                            title: 'Make it an inclusion criterion',
                            edits: [{ range: texts.source.range(keyword.offset, keyword.end), newText: 'include' }],
                        });
                    }
                    report(
                        `'${condition.verb ?? 'agrees to'}' among the exclusions keeps out those who agree. Move it to the inclusions, or write not before it.`,
                        condition.range,
                        fixes,
                    );
                } else if (obligationIn(condition.text) !== null) {
                    report(
                        'This statement is an obligation, so as an exclusion it keeps out those who fulfil it. Say what excludes a participant ("does not …"), or make the criterion an inclusion.',
                        condition.range,
                    );
                }
            }
            for (const text of [...(texts.title === null ? [] : [texts.title]), ...texts.wording]) {
                const found =
                    obligationIn(text.text) ??
                    (wished.length === 0 && saysOnlyWhatIsThere(criterion.rule) ? absenceIn(text.text, criterion.rule, input.document) : null);
                if (found === null) continue;
                const said = text.text.slice(found.start, found.end);
                report(
                    `An exclusion says what keeps a participant out, and '${said}' says what is wanted: read as written, those who fulfil it are excluded. Make the criterion an inclusion, or word it the other way round.`,
                    text.rangeOf(found.start, found.end),
                );
            }
        }
    },
};

/** The statements and attestations that the rule wants to hold, not those behind a 'not'. */
function wishes(condition: Condition): Extract<Condition, { kind: 'statement' }>[] {
    switch (condition.kind) {
        case 'all':
        case 'any':
            return condition.of.flatMap(wishes);
        case 'count':
            return condition.items.flatMap((item) => wishes(item.condition));
        case 'guard':
            return [...wishes(condition.then), ...(condition.otherwise === null ? [] : wishes(condition.otherwise))];
        case 'cases':
            return condition.rows.flatMap((row) => wishes(row.then));
        case 'statement':
            return condition.class === 'judgement' ? [] : [condition];
        default:
            return [];
    }
}

/** Where the first sentence of a text obliges, outside parentheses and without a refusal before it. */
function obligationIn(text: string): { start: number; end: number } | null {
    const sentence = /^[^.;:]*/.exec(text.replace(/\([^()]*\)/g, (inner) => ' '.repeat(inner.length)))?.[0] ?? '';
    const match = OBLIGATION.exec(sentence);
    if (match === null) return null;
    const before = sentence.slice(0, match.index);
    const after = sentence.slice(match.index + match[0].length, match.index + match[0].length + 40);
    if (
        before
            .trim()
            .split(/\s+/)
            .filter((word) => word !== '').length > WORDS_BEFORE ||
        REFUSAL.test(before)
    )
        return null;
    // "must be excluded", "should not be enrolled" speak of the criterion itself.
    if (/^\s*(?:not\s+)?be\s+(?:excluded|enrolled|included|discussed|considered|withdrawn)\b/i.test(after)) return null;
    return { start: match.index, end: match.index + match[0].length };
}

// Typed through and through, without a negation, so that "No …" over it must be meant the other way round.
function saysOnlyWhatIsThere(condition: Condition): boolean {
    switch (condition.kind) {
        case 'all':
        case 'any':
            return condition.of.every(saysOnlyWhatIsThere);
        case 'vague':
            return saysOnlyWhatIsThere(condition.condition);
        case 'presence':
        case 'fact':
        case 'response':
            return true;
        case 'result':
            return condition.result === 'positive' || condition.result === 'detectable';
        default:
            return false;
    }
}
