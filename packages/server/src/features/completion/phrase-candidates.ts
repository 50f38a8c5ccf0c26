// Offers the words and phrases of the language that can follow, with a template where a phrase wants more.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { CompletionContext, TypedStart } from '@crit-lang/language/syntax/completion/completion-context.js';
import { nameAfter } from '@crit-lang/language/syntax/completion/completion-context.js';
import type { ExpectedToken } from '@crit-lang/language/syntax/completion/grammar-walk.js';
import type { TermKind } from '@crit-lang/model/criteria/term.js';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { helpOn } from '../../words/word-help.js';
import type { Candidate } from './candidate.js';
import { RANK } from './candidate.js';
import { orderOf } from './phrase-order.js';
import { templateFor } from './templates.js';
import { around, tokenName } from './wanted-terms.js';

/** Words and phrases that begin with what is typed at a start. */
export function phraseCandidates(start: TypedStart, context: CompletionContext, compilation: Compilation): Candidate[] {
    const typed = start.typed.toLowerCase();
    const found = new Map<string, Candidate>();
    for (const expected of start.expected) {
        const { token, keyword, place } = expected;
        // Nouns that only continue a name are no phrases, and single signs are not worth a row.
        if (!keyword || place.rule === 'Word' || found.has(token) || !/^[A-Za-z]|^[<>]=?$/.test(token)) continue;
        if (!token.toLowerCase().startsWith(typed) || (token === typed && token.length > 1) || !isApt(expected, context, compilation)) continue;
        const help = helpOn(token);
        const template = templateFor(token, place, compilation);
        found.set(token, {
            label: token,
            ...(help === undefined ? {} : { help }),
            kind: template === undefined ? CompletionItemKind.Keyword : CompletionItemKind.Snippet,
            insert: template ?? token,
            ...(template === undefined ? {} : { snippet: true }),
            filter: token,
            // 'used for at least 3 months' says no more than 'for at least 3 months'.
            rank: RANK.phrase + (token === 'used' && place.rule === 'DurationClause' ? 1 : orderOf(token)),
            start: start.offset,
        });
    }
    return [...found.values()];
}

const NUMERIC: readonly TermKind[] = ['lab', 'measure', 'score'];

/** Whether what the line speaks of goes with the phrase: no comparison after a verb, results of tests only. */
function isApt({ place }: ExpectedToken, context: CompletionContext, compilation: Compilation): boolean {
    if (around(place, 'Predicate') === null) return true;
    const line = around(place, 'Clinical');
    if (line === null) return true;
    const name = nameAfter(context, line.from);
    const kind = name === null ? undefined : compilation.scope.terms.find(name)[0]?.term.kind;
    if (place.rule === 'ResultTest') return kind === undefined || kind === 'test' || kind === 'lab' || kind === 'procedure';
    if (place.rule === 'Operator' || place.rule === 'RangeTest' || place.rule === 'Change')
        return kind === undefined || NUMERIC.includes(kind) || kind === 'grade' || tokenName(context, line.from) === 'dose of';
    return true;
}
