// vague-word: a qualifier without a definition is named, so that sites do not each apply their own.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import { everyCondition } from './every-condition.js';
import type { ModelCheck, ModelCheckInput } from './model-checks.js';

export const vagueWord: ModelCheck = {
    name: 'vague-word',
    run({ document, files, report }) {
        // Once for a word of a criterion, however often it stands there.
        const found = new Map<string, { qualifier: string; criterion: string | null; places: SourceRange[] }>();
        everyCondition(document, (condition, criterion, owner) => {
            if (condition.kind !== 'vague' || condition.range === undefined) return;
            const key = `${owner} ${condition.qualifier.toLowerCase()}`;
            const entry = found.get(key) ?? { qualifier: condition.qualifier, criterion, places: [] };
            found.set(key, entry);
            entry.places.push(placeOfWord(condition.range, condition.qualifier, files));
        });
        for (const { qualifier, criterion, places } of found.values()) {
            const [first, ...others] = places;
            if (first === undefined) continue;
            const often = others.length === 0 ? '' : ` (${others.length + 1} times here)`;
            report({
                message: `"${qualifier}"${often} has no definition in this protocol, so two sites can decide differently about the same participant. Define what it means (a limit, a grade, a list, a window), or acknowledge it with a reason: accept vague-word "…".`,
                range: first,
                related: others.map((range) => ({ range, message: `"${qualifier}" again` })),
                ...(criterion === null ? {} : { criteria: [criterion] }),
            });
        }
    },
};

// The word in its quotes; it stands before the term, after the verb.
function placeOfWord(range: SourceRange, word: string, files: ModelCheckInput['files']): SourceRange {
    const source = files[range.file]?.source.asFile(range.file);
    if (source === undefined) return range;
    const start = source.offsetAt(range.start);
    const at = source.textOf(range).indexOf(word);
    return at < 1 ? range : source.range(start + at - 1, start + at + word.length + 1);
}
