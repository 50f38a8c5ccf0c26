// bare-condition: a condition, drug or measure must come with what is said of it.
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';

export function reportBareCondition(lowering: Lowering, node: AstNode, name: string, term: Term | null): void {
    const range = lowering.rangeOf(node);
    const text = node.$cstNode?.text ?? name;
    const start = { ...range, end: range.start };
    const end = { ...range, start: range.end };
    const { message, verbs = [], results = [] } = advice(name, term, lowering.defaultAnchor);
    lowering.report('bare-condition', range, message, {
        fixes: [
            ...verbs.map((verb) => ({ title: `Write '${verb} ${text}'`, edits: [{ range: start, newText: `${verb} ` }] })),
            ...results.map((result) => ({ title: `Write '${text} ${result}'`, edits: [{ range: end, newText: ` ${result}` }] })),
        ],
    });
}

function advice(name: string, term: Term | null, anchor: string): { message: string; verbs?: string[]; results?: string[] } {
    switch (term?.kind) {
        case 'drug':
            return {
                message: `'${name}' stands alone, so it is not clear whether it is used now or was used before. Write 'uses ${name}', 'used ${name} within 6 months before ${anchor}' or 'ever used ${name}'.`,
                verbs: ['uses', 'ever used'],
            };
        case 'lab':
        case 'measure':
        case 'score':
            return { message: `'${name}' stands alone, without a limit. Compare it, for example: ${name} <= …` };
        case 'grade':
            return { message: `'${name}' stands alone, without a grade. Compare it, for example: ${name} is …` };
        case 'test':
            return {
                message: `'${name}' stands alone, without a result. Write '${name} positive' or '${name} negative'.`,
                results: ['positive', 'negative'],
            };
        case 'criteria':
            return { message: `'${name}' are classification criteria. Write 'meets ${name}'.`, verbs: ['meets'] };
        default:
            return {
                message: `'${name}' stands alone, so it is not clear whether it is present now or was at any time. Write 'has ${name}', 'had ${name} within 6 months before ${anchor}' or 'ever had ${name}'.`,
                verbs: ['has', 'ever had'],
            };
    }
}
