// Finds the term a written name stands for, among the kinds that fit; reports unknown, misspelt, ambiguous and misplaced names.
import type { Term, TermKind } from '@crit-lang/model/criteria/term.js';
import type { AstNode } from 'langium';
import { reportAmbiguousTerm } from '../checks/ambiguous-term.js';
import { reportMisspeltTerm } from '../checks/misspelt-term.js';
import { reportUnknownTerm } from '../checks/unknown-term.js';
import { reportUnquotedVagueWord, vaguePrefix } from '../checks/unquoted-vague-word.js';
import { reportWrongKind } from '../checks/wrong-kind-of-term.js';
import type { Lowering } from './lowering.js';

/** The kinds of term that fit a place, and how to call them in a message. */
export interface Expected {
    kinds: readonly TermKind[];
    /** As in "a drug or treatment". */
    called: string;
}

/** The term, or undefined after a report. */
export function resolveTerm(lowering: Lowering, node: AstNode, name: string, expected: Expected): Term | undefined {
    const hits = lowering.scope.terms.find(name);
    const fitting = hits.filter((hit) => expected.kinds.includes(hit.term.kind));
    const [first] = fitting.length > 0 ? fitting : hits;
    if (first === undefined) {
        const vague = vaguePrefix(name);
        if (vague !== null && lowering.scope.terms.find(vague.rest).length > 0) {
            reportUnquotedVagueWord(lowering, node, name, vague);
            return lowering.scope.terms.find(vague.rest)[0]?.term;
        }
        reportUnknownTerm(lowering, node, name, expected);
        return undefined;
    }
    if (fitting.length === 0) {
        reportWrongKind(lowering, node, name, first.term, expected);
        return undefined;
    }
    if (first.role === 'misspelling') {
        reportMisspeltTerm(lowering, node, name, fitting);
        return first.term;
    }
    if (fitting.length > 1) reportAmbiguousTerm(lowering, node, name, fitting);
    return first.term;
}
